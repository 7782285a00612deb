/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An OCPP error as the value of a record whose outcome is {@code refused}. */
public final class OcppErrors {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Wire(String code, String description, Map<String, Object> details) {}

    private OcppErrors() {}

    public static byte[] write(OcppError error) {
        return JSON.writeValueAsBytes(
                new Wire(error.code().wireName(), error.description(), error.details()));
    }

    /** The error in a record; throws {@link MalformedRecord} when there is none. */
    public static OcppError read(byte[] value) {
        try {
            Wire wire = JSON.readValue(value, Wire.class);
            OcppErrorCode code =
                    OcppErrorCode.ofWireName(wire.code()).orElse(OcppErrorCode.GENERIC_ERROR);
            return new OcppError(code, wire.description(), wire.details());
        } catch (JacksonException e) {
            throw new MalformedRecord("unreadable error", e);
        }
    }
}
