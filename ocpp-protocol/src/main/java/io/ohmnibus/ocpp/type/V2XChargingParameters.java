/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a vehicle needs and bears when it may also discharge, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record V2XChargingParameters(
        @Nullable BigDecimal minChargePower,
        @Nullable BigDecimal minChargePower_L2,
        @Nullable BigDecimal minChargePower_L3,
        @Nullable BigDecimal maxChargePower,
        @Nullable BigDecimal maxChargePower_L2,
        @Nullable BigDecimal maxChargePower_L3,
        @Nullable BigDecimal minDischargePower,
        @Nullable BigDecimal minDischargePower_L2,
        @Nullable BigDecimal minDischargePower_L3,
        @Nullable BigDecimal maxDischargePower,
        @Nullable BigDecimal maxDischargePower_L2,
        @Nullable BigDecimal maxDischargePower_L3,
        @Nullable BigDecimal minChargeCurrent,
        @Nullable BigDecimal maxChargeCurrent,
        @Nullable BigDecimal minDischargeCurrent,
        @Nullable BigDecimal maxDischargeCurrent,
        @Nullable BigDecimal minVoltage,
        @Nullable BigDecimal maxVoltage,
        @Nullable BigDecimal evTargetEnergyRequest,
        @Nullable BigDecimal evMinEnergyRequest,
        @Nullable BigDecimal evMaxEnergyRequest,
        @Nullable BigDecimal evMinV2XEnergyRequest,
        @Nullable BigDecimal evMaxV2XEnergyRequest,
        @Range(min = 0, max = 100) @Nullable Integer targetSoC,
        @Nullable CustomData customData) {}
