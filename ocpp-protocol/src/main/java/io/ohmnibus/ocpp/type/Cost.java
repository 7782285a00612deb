/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

/**
 * A relative cost for a vehicle to weigh, by ISO 15118-2.
 *
 * @param amountMultiplier the power of ten that scales the amount
 */
public record Cost(
        CostKindEnum costKind,
        int amount,
        @Nullable Integer amountMultiplier,
        @Nullable CustomData customData) {}
