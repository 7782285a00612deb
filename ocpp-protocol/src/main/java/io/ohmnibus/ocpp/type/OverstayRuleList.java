/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vehicle pays when it stays after charging, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record OverstayRuleList(
        @Nullable RationalNumber overstayPowerThreshold,
        @Items(max = 5) List<OverstayRule> overstayRule,
        @Nullable Integer overstayTimeThreshold,
        @Nullable CustomData customData) {

    public OverstayRuleList {
        overstayRule = List.copyOf(overstayRule);
    }
}
