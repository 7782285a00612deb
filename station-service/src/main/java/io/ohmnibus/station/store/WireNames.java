/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.store;

import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.platform.web.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds constants by the spelling of the specification. */
public final class WireNames {

    private WireNames() {}

    /** The constant, or null when there is none of that name. */
    public static <E extends Enum<E> & WireEnum> @Nullable E find(Class<E> type, String wireName) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wireName().equals(wireName)) {
                return constant;
            }
        }
        return null;
    }

    /** What a caller named; null where nothing is named, 400 where it is none of the constants. */
    public static <E extends Enum<E> & WireEnum> @Nullable E read(
            Class<E> type, String field, @Nullable String wireName) {
        if (wireName == null) {
            return null;
        }
        E found = find(type, wireName);
        if (found == null) {
            String names =
                    Arrays.stream(type.getEnumConstants())
                            .map(WireEnum::wireName)
                            .collect(Collectors.joining(", "));
            throw Problem.badRequest(field, "is one of " + names);
        }
        return found;
    }
}
