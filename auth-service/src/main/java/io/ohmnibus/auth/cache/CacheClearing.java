/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.cache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a station was last asked to clear its authorization cache.
 *
 * @param status Accepted or Rejected, as the station said; Refused, TimedOut or Offline
 * @param reason more about it, in the words of the station where it gave any
 * @param endedAt when that was known
 * @param clearedAt when the station last said that it had cleared its cache
 */
record CacheClearing(
        String stationId,
        String status,
        @Nullable String reason,
        Instant endedAt,
        @Nullable Instant clearedAt) {}
