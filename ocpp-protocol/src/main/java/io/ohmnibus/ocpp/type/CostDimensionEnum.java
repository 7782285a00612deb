/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What an amount in a charging period measures. */
@Since(OcppVersion.V2_1)
public enum CostDimensionEnum implements WireEnum {
    ENERGY("Energy"),
    MAX_CURRENT("MaxCurrent"),
    MIN_CURRENT("MinCurrent"),
    MAX_POWER("MaxPower"),
    MIN_POWER("MinPower"),
    /** Spelled so on the wire. */
    IDLE_TIME("IdleTIme"),
    CHARGING_TIME("ChargingTime");

    private final String wireName;

    CostDimensionEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
