/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** How an inverter notices that it is cut off from the grid. */
@Since(OcppVersion.V2_1)
public enum IslandingDetectionEnum implements WireEnum {
    NO_ANTI_ISLANDING_SUPPORT("NoAntiIslandingSupport"),
    ROCOF("RoCoF"),
    UVP_OVP("UVP_OVP"),
    UFP_OFP("UFP_OFP"),
    VOLTAGE_VECTOR_SHIFT("VoltageVectorShift"),
    ZERO_CROSSING_DETECTION("ZeroCrossingDetection"),
    OTHER_PASSIVE("OtherPassive"),
    IMPEDANCE_MEASUREMENT("ImpedanceMeasurement"),
    IMPEDANCE_AT_FREQUENCY("ImpedanceAtFrequency"),
    SLIP_MODE_FREQUENCY_SHIFT("SlipModeFrequencyShift"),
    SANDIA_FREQUENCY_SHIFT("SandiaFrequencyShift"),
    SANDIA_VOLTAGE_SHIFT("SandiaVoltageShift"),
    FREQUENCY_JUMP("FrequencyJump"),
    RCLQ_FACTOR("RCLQFactor"),
    OTHER_ACTIVE("OtherActive");

    private final String wireName;

    IslandingDetectionEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
