/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a charging profile, in one unit of rate, with prices where the vehicle is to know
 * them.
 *
 * @param duration in seconds; without it the last period goes on
 * @param minChargingRate below this the vehicle cannot charge
 * @param digestValue Base64-encoded hash of the price schedule, for its signature
 * @param randomizedDelay seconds within which the start of each period is delayed at random
 */
public record ChargingSchedule(
        int id,
        @Since(OcppVersion.V2_1) @Nullable LimitAtSoC limitAtSoC,
        @Nullable Instant startSchedule,
        @Nullable Integer duration,
        ChargingRateUnitEnum chargingRateUnit,
        @Nullable BigDecimal minChargingRate,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal powerTolerance,
        @Since(OcppVersion.V2_1) @Range(min = 0) @Nullable Integer signatureId,
        @Since(OcppVersion.V2_1) @Length(max = 88) @Nullable String digestValue,
        @Since(OcppVersion.V2_1) @Nullable Boolean useLocalTime,
        @Items(max = 1024) List<ChargingSchedulePeriod> chargingSchedulePeriod,
        @Since(OcppVersion.V2_1) @Range(min = 0) @Nullable Integer randomizedDelay,
        @Nullable SalesTariff salesTariff,
        @Since(OcppVersion.V2_1) @Nullable AbsolutePriceSchedule absolutePriceSchedule,
        @Since(OcppVersion.V2_1) @Nullable PriceLevelSchedule priceLevelSchedule,
        @Nullable CustomData customData) {

    public ChargingSchedule {
        chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
    }
}
