/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vehicle asks for the energy that it would discharge, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record EVAbsolutePriceSchedule(
        Instant timeAnchor,
        @Length(max = 3) String currency,
        @Items(max = 1024) List<EVAbsolutePriceScheduleEntry> evAbsolutePriceScheduleEntries,
        @Length(max = 2000) String priceAlgorithm,
        @Nullable CustomData customData) {

    public EVAbsolutePriceSchedule {
        evAbsolutePriceScheduleEntries = List.copyOf(evAbsolutePriceScheduleEntries);
    }
}
