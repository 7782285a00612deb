/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a message could not be processed: what a CALLERROR or CALLRESULTERROR says.
 *
 * @param description for people; longer than {@value #MAX_DESCRIPTION} characters is cut, as the
 *     wire allows no more
 * @param details any further JSON values by name
 */
public record OcppError(OcppErrorCode code, String description, Map<String, Object> details) {

    /** The most characters that a description may have on the wire. */
    public static final int MAX_DESCRIPTION = 255;

    public OcppError {
        description = shortened(description);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** An error without details. */
    public OcppError(OcppErrorCode code, String description) {
        this(code, description, Map.of());
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_DESCRIPTION) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(MAX_DESCRIPTION - 1))
                        ? MAX_DESCRIPTION - 1
                        : MAX_DESCRIPTION;
        return text.substring(0, end);
    }
}
