/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Who decides on the power of a period, and how. */
@Since(OcppVersion.V2_1)
public enum OperationModeEnum implements WireEnum {
    IDLE("Idle"),
    CHARGING_ONLY("ChargingOnly"),
    CENTRAL_SETPOINT("CentralSetpoint"),
    EXTERNAL_SETPOINT("ExternalSetpoint"),
    EXTERNAL_LIMITS("ExternalLimits"),
    CENTRAL_FREQUENCY("CentralFrequency"),
    LOCAL_FREQUENCY("LocalFrequency"),
    LOCAL_LOAD_BALANCING("LocalLoadBalancing");

    private final String wireName;

    OperationModeEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
