/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.ownership.KnownConnections;
import io.ohmnibus.gateway.ownership.Leases;
import io.ohmnibus.gateway.ownership.OwnershipMetrics;
import io.ohmnibus.gateway.session.Announcements;
import io.ohmnibus.gateway.session.StationSession;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * This instance's part in keeping the station directory true: its connections end when a station
 * has a newer one; what the directory says of it is put right after a restart or when the brokers
 * were away; and the connections of instances that are gone are ended.
 */
@Component
final class Directory {

    private static final Logger log = LoggerFactory.getLogger(Directory.class);

    /** A session as young as this may still be on its way into the directory. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final KnownConnections connections;
    private final StationSessions sessions;
    private final Announcements announcements;
    private final OwnershipMetrics metrics;
    private final Context context;

    /** Who we are, who else there is, and what time it is. */
    @Component
    record Context(GatewayInstance instance, Leases leases, Clock clock) {}

    Directory(
            KnownConnections connections,
            StationSessions sessions,
            Announcements announcements,
            OwnershipMetrics metrics,
            Context context) {
        this.connections = connections;
        this.sessions = sessions;
        this.announcements = announcements;
        this.metrics = metrics;
        this.context = context;
    }

    /** Takes a record of {@code station.connections}. */
    Mono<Void> on(BusRecord record) {
        byte[] value = record.value();
        if (value == null) {
            connections.remove(record.key());
            return Mono.empty();
        }
        try {
            StationKey station = StationKey.parse(record.key());
            StationConnection read = BusJson.read(value, StationConnection.class);
            KnownConnections.Change change = connections.put(station, shared(read));
            if (change.takeover()) {
                count(change);
            }
            displace(station, change.now());
        } catch (MalformedRecord | IllegalArgumentException unreadable) {
            log.error("The directory is unreadable for {}", record.key(), unreadable);
        }
        return Mono.empty();
    }

    /** Our own connections are in memory already. */
    private StationConnection shared(StationConnection read) {
        return sessions.ofConnection(read.connectionId())
                .map(session -> session.link().entry())
                .filter(read::equals)
                .orElse(read);
    }

    /** Those on one instance were counted there. */
    private void count(KnownConnections.Change change) {
        StationConnection before = Objects.requireNonNull(change.before());
        if (before.gateway() == own() && change.now().gateway() != own()) {
            metrics.takeover("elsewhere");
        }
    }

    /** Ends our connection of a station that has a newer one. */
    private void displace(StationKey station, StationConnection newest) {
        sessions.ofStation(station)
                .filter(session -> session.link().entry().isReplacedBy(newest))
                .ifPresent(session -> {
                    log.info("{} is connected to gateway {}", station, newest.gateway());
                    session.end(CloseStatus.POLICY_VIOLATION, "replaced by a newer connection");
                });
    }

    private int own() {
        return context.instance().ordinal();
    }

    Optional<StationConnection> get(StationKey station) {
        return Optional.ofNullable(connections.get(station));
    }

    /** The entries of a tenant after the given station, in order of their ids. */
    SortedMap<String, StationConnection> of(String tenant, String afterStation) {
        return connections.of(tenant, afterStation);
    }

    /** Puts right what the directory says of this instance, and of those that are gone. */
    Mono<Void> sweep() {
        return Flux.fromIterable(ghosts())
                .concatMap(ghost -> end(ghost.getKey(), ghost.getValue()))
                .thenMany(Flux.fromIterable(sessions.open()))
                .filter(this::isMissing)
                .concatMap(session -> announcements.opened(session.link()))
                .then();
    }

    private List<Map.Entry<String, StationConnection>> ghosts() {
        Map<Integer, Boolean> gone = new HashMap<>();
        boolean first = context.leases().first();
        List<Map.Entry<String, StationConnection>> ghosts = new ArrayList<>(0);
        for (Map.Entry<String, StationConnection> entry : connections.all()) {
            StationConnection connection = entry.getValue();
            if (!connection.online()) {
                continue;
            }
            boolean ghost =
                    connection.gateway() == own()
                            ? sessions.ofConnection(connection.connectionId()).isEmpty()
                            : first
                                    && gone.computeIfAbsent(
                                            connection.gateway(), context.leases()::lapsed);
            if (ghost) {
                ghosts.add(Map.entry(entry.getKey(), connection));
            }
        }
        return ghosts;
    }

    private Mono<Void> end(String key, StationConnection ghost) {
        boolean ours = ghost.gateway() == own();
        log.info("{} is not connected to gateway {} any more", key, ghost.gateway());
        metrics.ghost(ours ? "own" : "other");
        return announcements.ended(
                StationKey.parse(key),
                ghost,
                ours ? "the gateway restarted" : "the gateway was lost");
    }

    private boolean isMissing(StationSession session) {
        if (session.link().connectedAt().isAfter(context.clock().instant().minus(SETTLED))) {
            return false;
        }
        StationConnection known = connections.get(session.link().station());
        if (known == null) {
            return true;
        }
        return known.connectionId().equals(session.link().id())
                ? !known.online()
                : !session.link().entry().isReplacedBy(known);
    }
}
