/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

public record Cost(
        CostKindEnum costKind,
        int amount,
        @Nullable Integer amountMultiplier,
        @Nullable CustomData customData) {}
