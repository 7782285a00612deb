/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** What happens between vehicle and EVSE in a transaction. */
public enum ChargingStateEnum implements WireEnum {
    EV_CONNECTED("EVConnected"),
    CHARGING("Charging"),
    SUSPENDED_EV("SuspendedEV"),
    SUSPENDED_EVSE("SuspendedEVSE"),
    IDLE("Idle");

    private final String wireName;

    ChargingStateEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
