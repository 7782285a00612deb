/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/**
 * A value of a variable (actual, target, smallest or largest settable), and whether it can be
 * written and lasts.
 */
public record VariableAttribute(
        @Nullable AttributeEnum type,
        @Length(max = 2500) @Nullable String value,
        @Nullable MutabilityEnum mutability,
        @Nullable Boolean persistent,
        @Nullable Boolean constant,
        @Nullable CustomData customData) {}
