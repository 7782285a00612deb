/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What happened to the batteries of a swap. */
@Since(OcppVersion.V2_1)
public enum BatterySwapEventEnum implements WireEnum {
    BATTERY_IN("BatteryIn"),
    BATTERY_OUT("BatteryOut"),
    BATTERY_OUT_TIMEOUT("BatteryOutTimeout");

    private final String wireName;

    BatterySwapEventEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
