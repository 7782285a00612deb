/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Price levels over time, without amounts of money, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record PriceLevelSchedule(
        @Items(max = 100) List<PriceLevelScheduleEntry> priceLevelScheduleEntries,
        Instant timeAnchor,
        @Range(min = 0) int priceScheduleId,
        @Length(max = 32, descriptive = true) @Nullable String priceScheduleDescription,
        @Range(min = 0) int numberOfPriceLevels,
        @Nullable CustomData customData) {

    public PriceLevelSchedule {
        priceLevelScheduleEntries = List.copyOf(priceLevelScheduleEntries);
    }
}
