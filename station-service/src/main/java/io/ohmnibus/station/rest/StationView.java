/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.station.clock.ClockSkew;
import io.ohmnibus.station.registry.BootInfo;
import io.ohmnibus.station.registry.RegisteredStation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A station as REST shows it.
 *
 * @param online whether it is connected now
 * @param connectors how many connectors are in which state; only in the view of one station
 * @param clock how far its clock is from ours, as far as its messages tell; likewise
 */
record StationView(
        String stationId,
        int securityProfile,
        boolean online,
        BootPolicyBody bootPolicy,
        @Nullable String notes,
        @Nullable String locationId,
        List<String> groups,
        Instant registeredAt,
        @Nullable Boot boot,
        @Nullable Connection connection,
        @Nullable Map<String, Long> connectors,
        @Nullable ClockSkew clock) {

    /** The newest connection, which may have ended. */
    record Connection(
            boolean online,
            String id,
            @Nullable String ocppVersion,
            Instant changedAt,
            @Nullable String closeReason,
            @Nullable Instant lastSeenAt) {}

    /** The last BootNotification and its answer. */
    record Boot(
            String status,
            Instant since,
            String reason,
            Instant at,
            String ocppVersion,
            BootInfo.Hardware chargingStation) {}

    static StationView of(RegisteredStation station) {
        RegisteredStation.Connection connection = station.connection();
        return new StationView(
                station.key().stationId(),
                station.securityProfile(),
                connection != null && connection.online(),
                BootPolicyBody.of(station.policy()),
                station.notes(),
                station.grouping().locationId(),
                station.grouping().groups(),
                station.registeredAt(),
                boot(station.boot()),
                connection == null
                        ? null
                        : new Connection(
                                connection.online(),
                                connection.id(),
                                connection.ocppVersion(),
                                connection.changedAt(),
                                connection.closeReason(),
                                connection.lastSeenAt()),
                null,
                null);
    }

    StationView with(Map<String, Long> counted, @Nullable ClockSkew skew) {
        return new StationView(
                stationId,
                securityProfile,
                online,
                bootPolicy,
                notes,
                locationId,
                groups,
                registeredAt,
                boot,
                connection,
                counted,
                skew);
    }

    private static @Nullable Boot boot(@Nullable BootInfo boot) {
        return boot == null
                ? null
                : new Boot(
                        boot.status().wireName(),
                        boot.since(),
                        boot.reason().wireName(),
                        boot.at(),
                        boot.ocppVersion(),
                        boot.hardware());
    }
}
