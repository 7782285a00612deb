/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** A part of a station in the device model, perhaps within an EVSE or one of several instances. */
public record Component(
        @Nullable EVSE evse,
        @Length(max = 50) String name,
        @Length(max = 50) @Nullable String instance,
        @Nullable CustomData customData) {}
