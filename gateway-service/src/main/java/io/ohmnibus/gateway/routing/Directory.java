/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.session.Announcements;
import io.ohmnibus.gateway.session.StationSession;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The station directory as every instance sees it, and this instance's part in keeping it true:
 * after a restart, or when the brokers were away, what it says of this instance is put right.
 */
@Component
final class Directory {

    private static final Logger log = LoggerFactory.getLogger(Directory.class);

    /** A session as young as this may still be on its way into the directory. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final SortedMap<String, StationConnection> connections = new ConcurrentSkipListMap<>();
    private final StationSessions sessions;
    private final Announcements announcements;
    private final GatewayInstance instance;
    private final Clock clock;

    Directory(
            StationSessions sessions,
            Announcements announcements,
            GatewayInstance instance,
            Clock clock) {
        this.sessions = sessions;
        this.announcements = announcements;
        this.instance = instance;
        this.clock = clock;
    }

    /** Takes a record of {@code station.connections}. */
    Mono<Void> on(BusRecord record) {
        byte[] value = record.value();
        if (value == null) {
            connections.remove(record.key());
            return Mono.empty();
        }
        try {
            StationConnection next = BusJson.read(value, StationConnection.class);
            StationConnection known = connections.get(record.key());
            StationConnection current = known == null || !known.online() ? next : known.then(next);
            connections.put(record.key(), current);
            if (known != null) {
                displace(StationKey.parse(record.key()), known, current);
            }
        } catch (MalformedRecord | IllegalArgumentException unreadable) {
            log.error("The directory is unreadable for {}", record.key(), unreadable);
        }
        return Mono.empty();
    }

    /** A connection of ours that the directory knew gave way to a newer one elsewhere. */
    private void displace(StationKey station, StationConnection old, StationConnection current) {
        if (current.gateway() == instance.ordinal()
                || old.connectionId().equals(current.connectionId())) {
            return;
        }
        sessions.ofConnection(old.connectionId())
                .ifPresent(session -> {
                    log.info("{} is connected to gateway {}", station, current.gateway());
                    session.end(CloseStatus.POLICY_VIOLATION, "replaced by a newer connection");
                });
    }

    Optional<StationConnection> get(StationKey station) {
        return Optional.ofNullable(connections.get(station.toString()));
    }

    /** The entries of a tenant after the given station, in order of their ids. */
    SortedMap<String, StationConnection> of(String tenant, String afterStation) {
        // A key is greater than the one it extends by a zero character; '0' follows '/'.
        return connections.subMap(tenant + "/" + afterStation + "\0", tenant + "0");
    }

    /** Puts right what the directory says of this instance. */
    Mono<Void> sweep() {
        Instant settled = clock.instant().minus(SETTLED);
        Mono<Void> ghosts =
                Flux.fromIterable(connections.entrySet())
                        .filter(entry -> isGhost(entry.getValue()))
                        .concatMap(entry -> end(entry.getKey(), entry.getValue()))
                        .then();
        Mono<Void> missing =
                Flux.fromIterable(sessions.open())
                        .filter(session -> session.link().connectedAt().isBefore(settled))
                        .filter(session -> !isKnown(session))
                        .concatMap(session -> announcements.opened(session.link()))
                        .then();
        return ghosts.then(missing);
    }

    private boolean isGhost(StationConnection connection) {
        return connection.online()
                && connection.gateway() == instance.ordinal()
                && sessions.ofConnection(connection.connectionId()).isEmpty();
    }

    private Mono<Void> end(String key, StationConnection ghost) {
        log.info("{} is not connected any more", key);
        return announcements.ended(StationKey.parse(key), ghost, "the gateway restarted");
    }

    private boolean isKnown(StationSession session) {
        return get(session.link().station())
                .map(known -> known.connectionId().equals(session.link().id()))
                .orElse(false);
    }
}
