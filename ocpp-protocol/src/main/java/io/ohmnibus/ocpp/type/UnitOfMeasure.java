/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

public record UnitOfMeasure(
        @Length(max = 20) @Nullable String unit,
        @Nullable Integer multiplier,
        @Nullable CustomData customData) {}
