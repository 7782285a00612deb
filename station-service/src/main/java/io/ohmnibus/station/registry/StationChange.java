/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import org.jspecify.annotations.Nullable;

/**
 * What the operator decides anew about a station; null leaves a part as it is.
 *
 * @param locationId of a location of the tenant; empty for none
 */
public record StationChange(
        @Nullable BootPolicy policy, @Nullable String notes, @Nullable String locationId) {}
