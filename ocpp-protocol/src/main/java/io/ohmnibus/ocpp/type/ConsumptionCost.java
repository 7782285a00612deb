/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Items;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The costs of a block of consumption, by ISO 15118-2. */
public record ConsumptionCost(
        BigDecimal startValue, @Items(max = 3) List<Cost> cost, @Nullable CustomData customData) {

    public ConsumptionCost {
        cost = List.copyOf(cost);
    }
}
