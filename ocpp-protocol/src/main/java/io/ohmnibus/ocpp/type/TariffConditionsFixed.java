/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a fixed fee applies; all conditions that are given must hold.
 *
 * @param startTimeOfDay local time, HH:mm
 * @param endTimeOfDay local time, HH:mm; earlier than the start means the next day
 * @param validFromDate local date, inclusive
 * @param validToDate local date, exclusive
 */
@Since(OcppVersion.V2_1)
public record TariffConditionsFixed(
        @Nullable String startTimeOfDay,
        @Nullable String endTimeOfDay,
        @Items(max = 7) @Nullable List<DayOfWeekEnum> dayOfWeek,
        @Nullable String validFromDate,
        @Nullable String validToDate,
        @Nullable EvseKindEnum evseKind,
        @Length(max = 20) @Nullable String paymentBrand,
        @Length(max = 20) @Nullable String paymentRecognition,
        @Nullable CustomData customData) {

    public TariffConditionsFixed {
        dayOfWeek = dayOfWeek == null ? null : List.copyOf(dayOfWeek);
    }
}
