/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

/** A span of time, counted from the start of a schedule. */
public record RelativeTimeInterval(
        int start, @Nullable Integer duration, @Nullable CustomData customData) {}
