/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prices of a span of time, one for each level of power. */
@Since(OcppVersion.V2_1)
public record PriceRuleStack(
        int duration, @Items(max = 8) List<PriceRule> priceRule, @Nullable CustomData customData) {

    public PriceRuleStack {
        priceRule = List.copyOf(priceRule);
    }
}
