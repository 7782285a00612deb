/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.group;

import org.jspecify.annotations.Nullable;

/**
 * Stations that are managed together.
 *
 * @param groupId unique for the tenant, 1 to 36 characters
 * @param name for people, up to 100 characters
 * @param stations how many are in it
 */
public record Group(String groupId, @Nullable String name, long stations) {}
