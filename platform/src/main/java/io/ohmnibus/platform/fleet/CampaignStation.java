/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one station.
 *
 * @param info what the station said, or why it got no command
 * @param command its id, for {@code /commands/{id}}
 */
record CampaignStation(
        String stationId,
        int wave,
        StationState state,
        @Nullable String info,
        @Nullable UUID command,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt) {}
