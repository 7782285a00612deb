/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span of time with its price level and costs. */
public record SalesTariffEntry(
        RelativeTimeInterval relativeTimeInterval,
        @Range(min = 0) @Nullable Integer ePriceLevel,
        @Items(max = 3) @Nullable List<ConsumptionCost> consumptionCost,
        @Nullable CustomData customData) {

    public SalesTariffEntry {
        consumptionCost = consumptionCost == null ? null : List.copyOf(consumptionCost);
    }
}
