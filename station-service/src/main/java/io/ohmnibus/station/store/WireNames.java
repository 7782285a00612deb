/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.store;

import io.ohmnibus.ocpp.WireEnum;
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
}
