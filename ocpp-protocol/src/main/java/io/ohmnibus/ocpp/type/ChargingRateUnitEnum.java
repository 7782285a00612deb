/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The unit of limits and setpoints: W for all phases together, A per phase. */
public enum ChargingRateUnitEnum implements WireEnum {
    W("W"),
    A("A");

    private final String wireName;

    ChargingRateUnitEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
