/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a price applies; all conditions that are given must hold.
 *
 * @param startTimeOfDay local time, HH:mm
 * @param endTimeOfDay local time, HH:mm; earlier than the start means the next day
 * @param validFromDate local date, inclusive
 * @param validToDate local date, exclusive
 */
@Since(OcppVersion.V2_1)
public record TariffConditions(
        @Nullable String startTimeOfDay,
        @Nullable String endTimeOfDay,
        @Items(max = 7) @Nullable List<DayOfWeekEnum> dayOfWeek,
        @Nullable String validFromDate,
        @Nullable String validToDate,
        @Nullable EvseKindEnum evseKind,
        @Nullable BigDecimal minEnergy,
        @Nullable BigDecimal maxEnergy,
        @Nullable BigDecimal minCurrent,
        @Nullable BigDecimal maxCurrent,
        @Nullable BigDecimal minPower,
        @Nullable BigDecimal maxPower,
        @Nullable Integer minTime,
        @Nullable Integer maxTime,
        @Nullable Integer minChargingTime,
        @Nullable Integer maxChargingTime,
        @Nullable Integer minIdleTime,
        @Nullable Integer maxIdleTime,
        @Nullable CustomData customData) {

    public TariffConditions {
        dayOfWeek = dayOfWeek == null ? null : List.copyOf(dayOfWeek);
    }
}
