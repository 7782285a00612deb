/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The outcome of ClearCache. */
public enum ClearCacheStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wireName;

    ClearCacheStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
