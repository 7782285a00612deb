/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** Whether something is in service. */
public enum OperationalStatusEnum implements WireEnum {
    INOPERATIVE("Inoperative"),
    OPERATIVE("Operative");

    private final String wireName;

    OperationalStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
