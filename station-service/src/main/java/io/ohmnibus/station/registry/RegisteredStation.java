/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A station that may connect. */
public record RegisteredStation(
        StationKey key,
        int securityProfile,
        BootPolicy policy,
        @Nullable String notes,
        Grouping grouping,
        Instant registeredAt,
        @Nullable BootInfo boot,
        @Nullable Connection connection) {

    /** The same station, answered by another policy. */
    public RegisteredStation withPolicy(BootPolicy other) {
        return new RegisteredStation(
                key, securityProfile, other, notes, grouping, registeredAt, boot, connection);
    }

    /** Where it stands, and the groups that it is in. */
    public record Grouping(@Nullable String locationId, List<String> groups) {

        public static final Grouping NONE = new Grouping(null, List.of());

        public Grouping {
            groups = List.copyOf(groups);
        }
    }

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
