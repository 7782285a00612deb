/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vehicle's inverter can do for the grid, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record DERChargingParameters(
        @Items @Nullable List<DERControlEnum> evSupportedDERControl,
        @Nullable BigDecimal evOverExcitedMaxDischargePower,
        @Nullable BigDecimal evOverExcitedPowerFactor,
        @Nullable BigDecimal evUnderExcitedMaxDischargePower,
        @Nullable BigDecimal evUnderExcitedPowerFactor,
        @Nullable BigDecimal maxApparentPower,
        @Nullable BigDecimal maxChargeApparentPower,
        @Nullable BigDecimal maxChargeApparentPower_L2,
        @Nullable BigDecimal maxChargeApparentPower_L3,
        @Nullable BigDecimal maxDischargeApparentPower,
        @Nullable BigDecimal maxDischargeApparentPower_L2,
        @Nullable BigDecimal maxDischargeApparentPower_L3,
        @Nullable BigDecimal maxChargeReactivePower,
        @Nullable BigDecimal maxChargeReactivePower_L2,
        @Nullable BigDecimal maxChargeReactivePower_L3,
        @Nullable BigDecimal minChargeReactivePower,
        @Nullable BigDecimal minChargeReactivePower_L2,
        @Nullable BigDecimal minChargeReactivePower_L3,
        @Nullable BigDecimal maxDischargeReactivePower,
        @Nullable BigDecimal maxDischargeReactivePower_L2,
        @Nullable BigDecimal maxDischargeReactivePower_L3,
        @Nullable BigDecimal minDischargeReactivePower,
        @Nullable BigDecimal minDischargeReactivePower_L2,
        @Nullable BigDecimal minDischargeReactivePower_L3,
        @Nullable BigDecimal nominalVoltage,
        @Nullable BigDecimal nominalVoltageOffset,
        @Nullable BigDecimal maxNominalVoltage,
        @Nullable BigDecimal minNominalVoltage,
        @Length(max = 50, descriptive = true) @Nullable String evInverterManufacturer,
        @Length(max = 50, descriptive = true) @Nullable String evInverterModel,
        @Length(max = 50, descriptive = true) @Nullable String evInverterSerialNumber,
        @Length(max = 50, descriptive = true) @Nullable String evInverterSwVersion,
        @Length(max = 50, descriptive = true) @Nullable String evInverterHwVersion,
        @Items @Nullable List<IslandingDetectionEnum> evIslandingDetectionMethod,
        @Nullable BigDecimal evIslandingTripTime,
        @Nullable BigDecimal evMaximumLevel1DCInjection,
        @Nullable BigDecimal evDurationLevel1DCInjection,
        @Nullable BigDecimal evMaximumLevel2DCInjection,
        @Nullable BigDecimal evDurationLevel2DCInjection,
        @Nullable BigDecimal evReactiveSusceptance,
        @Nullable BigDecimal evSessionTotalDischargeEnergyAvailable,
        @Nullable CustomData customData) {

    public DERChargingParameters {
        evSupportedDERControl =
                evSupportedDERControl == null ? null : List.copyOf(evSupportedDERControl);
        evIslandingDetectionMethod =
                evIslandingDetectionMethod == null ? null : List.copyOf(evIslandingDetectionMethod);
    }
}
