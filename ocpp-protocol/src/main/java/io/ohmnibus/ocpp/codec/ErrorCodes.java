/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands also the error codes that are not in the table of Part 4, 4.3. */
final class ErrorCodes {

    /** How OCPP 1.6 spells two of them. */
    private static final Map<String, OcppErrorCode> OLD_SPELLINGS =
            Map.of(
                    "FormationViolation", OcppErrorCode.FORMAT_VIOLATION,
                    "OccurenceConstraintViolation", OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION);

    private ErrorCodes() {}

    /** The error; one with an unknown code becomes a GenericError that says which code it was. */
    static OcppError error(String code, String description, Map<String, @Nullable Object> details) {
        OpenShape.refuseNul(List.of(code, description, details));
        var known = OcppErrorCode.ofWireName(code).orElseGet(() -> OLD_SPELLINGS.get(code));
        return known == null
                ? new OcppError(
                        OcppErrorCode.GENERIC_ERROR, code + ": " + description, present(details))
                : new OcppError(known, description, present(details));
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> details) {
        var present = new LinkedHashMap<String, Object>();
        details.forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}
