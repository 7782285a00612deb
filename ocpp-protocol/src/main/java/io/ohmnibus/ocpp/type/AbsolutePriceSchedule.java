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

/** Prices over time for a vehicle, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record AbsolutePriceSchedule(
        Instant timeAnchor,
        @Range(min = 0) int priceScheduleID,
        @Length(max = 160, descriptive = true) @Nullable String priceScheduleDescription,
        @Length(max = 3) String currency,
        @Length(max = 8) String language,
        @Length(max = 2000) String priceAlgorithm,
        @Nullable RationalNumber minimumCost,
        @Nullable RationalNumber maximumCost,
        @Items(max = 1024) List<PriceRuleStack> priceRuleStacks,
        @Items(max = 10) @Nullable List<TaxRule> taxRules,
        @Nullable OverstayRuleList overstayRuleList,
        @Items(max = 5) @Nullable List<AdditionalSelectedServices> additionalSelectedServices,
        @Nullable CustomData customData) {

    public AbsolutePriceSchedule {
        priceRuleStacks = List.copyOf(priceRuleStacks);
        taxRules = taxRules == null ? null : List.copyOf(taxRules);
        additionalSelectedServices =
                additionalSelectedServices == null ? null : List.copyOf(additionalSelectedServices);
    }
}
