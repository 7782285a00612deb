/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What is wrong with the grid. */
@Since(OcppVersion.V2_1)
public enum GridEventFaultEnum implements WireEnum {
    CURRENT_IMBALANCE("CurrentImbalance"),
    LOCAL_EMERGENCY("LocalEmergency"),
    LOW_INPUT_POWER("LowInputPower"),
    OVER_CURRENT("OverCurrent"),
    OVER_FREQUENCY("OverFrequency"),
    OVER_VOLTAGE("OverVoltage"),
    PHASE_ROTATION("PhaseRotation"),
    REMOTE_EMERGENCY("RemoteEmergency"),
    UNDER_FREQUENCY("UnderFrequency"),
    UNDER_VOLTAGE("UnderVoltage"),
    VOLTAGE_IMBALANCE("VoltageImbalance");

    private final String wireName;

    GridEventFaultEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
