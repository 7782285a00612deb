/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cost of a transaction as the station calculated it. */
@Since(OcppVersion.V2_1)
public record CostDetails(
        @Items @Nullable List<ChargingPeriod> chargingPeriods,
        TotalCost totalCost,
        TotalUsage totalUsage,
        @Nullable Boolean failureToCalculate,
        @Length(max = 500, descriptive = true) @Nullable String failureReason,
        @Nullable CustomData customData) {

    public CostDetails {
        chargingPeriods = chargingPeriods == null ? null : List.copyOf(chargingPeriods);
    }
}
