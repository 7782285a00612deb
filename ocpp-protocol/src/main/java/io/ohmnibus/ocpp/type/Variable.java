/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** A variable of a component, perhaps one of several instances. */
public record Variable(
        @Length(max = 50) String name,
        @Length(max = 50) @Nullable String instance,
        @Nullable CustomData customData) {}
