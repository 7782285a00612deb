/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import org.jspecify.annotations.Nullable;

/**
 * Which stations of a tenant are wanted; what is null does not matter.
 *
 * @param online whether it is connected
 * @param vendor as the station says in BootNotification
 * @param model as the station says in BootNotification
 * @param firmware version as the station says in BootNotification
 * @param group id of a group that it is in
 * @param location id of the location where it stands
 */
public record StationFilter(
        @Nullable Boolean online,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String firmware,
        @Nullable String group,
        @Nullable String location) {

    public static final StationFilter ALL = new StationFilter(null, null, null, null, null, null);
}
