/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** The grid controls of a distributed energy resource. */
@Since(OcppVersion.V2_1)
public enum DERControlEnum implements WireEnum {
    ENTER_SERVICE("EnterService"),
    FREQ_DROOP("FreqDroop"),
    FREQ_WATT("FreqWatt"),
    FIXED_PF_ABSORB("FixedPFAbsorb"),
    FIXED_PF_INJECT("FixedPFInject"),
    FIXED_VAR("FixedVar"),
    GRADIENTS("Gradients"),
    HF_MUST_TRIP("HFMustTrip"),
    HF_MAY_TRIP("HFMayTrip"),
    HV_MUST_TRIP("HVMustTrip"),
    HV_MOM_CESS("HVMomCess"),
    HV_MAY_TRIP("HVMayTrip"),
    LIMIT_MAX_DISCHARGE("LimitMaxDischarge"),
    LF_MUST_TRIP("LFMustTrip"),
    LV_MUST_TRIP("LVMustTrip"),
    LV_MOM_CESS("LVMomCess"),
    LV_MAY_TRIP("LVMayTrip"),
    POWER_MONITORING_MUST_TRIP("PowerMonitoringMustTrip"),
    VOLT_VAR("VoltVar"),
    VOLT_WATT("VoltWatt"),
    WATT_PF("WattPF"),
    WATT_VAR("WattVar");

    private final String wireName;

    DERControlEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
