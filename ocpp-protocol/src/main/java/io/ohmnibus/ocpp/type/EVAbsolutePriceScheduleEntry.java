/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span of time with a vehicle's prices. */
@Since(OcppVersion.V2_1)
public record EVAbsolutePriceScheduleEntry(
        int duration,
        @Items(max = 8) List<EVPriceRule> evPriceRule,
        @Nullable CustomData customData) {

    public EVAbsolutePriceScheduleEntry {
        evPriceRule = List.copyOf(evPriceRule);
    }
}
