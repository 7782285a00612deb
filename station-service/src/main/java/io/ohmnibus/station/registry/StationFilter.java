/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import org.jspecify.annotations.Nullable;

/** Which stations of a tenant are wanted; what is null does not matter. */
public record StationFilter(
        @Nullable Boolean online, @Nullable String model, @Nullable String firmware) {}
