/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** Whether an event is the first, a later or the last of its transaction. */
public enum TransactionEventEnum implements WireEnum {
    ENDED("Ended"),
    STARTED("Started"),
    UPDATED("Updated");

    private final String wireName;

    TransactionEventEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
