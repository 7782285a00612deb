/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.pool;

import java.time.Instant;

/**
 * A station that asked to be let in and is not registered.
 *
 * @param address where it came from the last time
 * @param securityProfile that of the port it came to
 */
record UnknownStation(
        String stationId,
        String address,
        int securityProfile,
        int attempts,
        Instant firstSeenAt,
        Instant lastSeenAt) {}
