/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A station that may connect. */
public record RegisteredStation(
        StationKey key,
        int securityProfile,
        BootPolicy policy,
        @Nullable String notes,
        Instant registeredAt,
        @Nullable BootInfo boot,
        @Nullable Connection connection) {

    /**
     * Its newest connection, which may have ended.
     *
     * @param lastSeenAt when the station last sent anything; only after the end
     */
    public record Connection(
            boolean online,
            String id,
            @Nullable String ocppVersion,
            Instant changedAt,
            @Nullable String closeReason,
            @Nullable Instant lastSeenAt) {}
}
