/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/**
 * A unit, and the power of ten by which its values are scaled.
 *
 * @param unit Wh when absent
 * @param multiplier exponent to the base ten; 0 when absent
 */
public record UnitOfMeasure(
        @Length(max = 20) @Nullable String unit,
        @Nullable Integer multiplier,
        @Nullable CustomData customData) {}
