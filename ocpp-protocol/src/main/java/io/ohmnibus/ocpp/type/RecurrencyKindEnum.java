/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** How often a recurring charging profile begins anew. */
public enum RecurrencyKindEnum implements WireEnum {
    DAILY("Daily"),
    WEEKLY("Weekly");

    private final String wireName;

    RecurrencyKindEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
