/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of {@code contracts} as JSON. Readers ignore fields that they do not know, so that
 * services of neighbouring versions understand each other.
 */
public final class BusJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private BusJson() {}

    public static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /** The value; throws {@link MalformedRecord} when it cannot be read as that type. */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new MalformedRecord("not a " + type.getSimpleName(), e);
        }
    }
}
