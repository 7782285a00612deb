/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.ownership.FleetClock;
import io.ohmnibus.gateway.ownership.KnownConnections;
import io.ohmnibus.gateway.ownership.OwnershipMetrics;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTopic;
import io.ohmnibus.platform.state.CompactedTopics;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the station directory who comes and goes. What is lost here while the brokers cannot be
 * reached is put right by the directory's own sweep.
 */
@Component
public final class Announcements {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);

    private final CompactedTopic<StationConnection> connections;
    private final KnownConnections known;
    private final OwnershipMetrics metrics;
    private final Self self;
    private final Clock clock;

    /** Which instance this is, and the time that all instances agree on. */
    @Component
    record Self(GatewayInstance instance, FleetClock fleet) {}

    Announcements(
            CompactedTopics topics,
            KnownConnections known,
            OwnershipMetrics metrics,
            Self self,
            Clock clock) {
        this.connections = topics.topic(Topics.CONNECTIONS);
        this.known = known;
        this.metrics = metrics;
        this.self = self;
        this.clock = clock;
    }

    /**
     * A new connection, newer than any other of the station that is known here.
     *
     * @param older the one that it takes the place of on this instance
     */
    Link link(Arrival arrival, @Nullable Link older) {
        StationConnection entry =
                StationConnection.opened(
                                UUID.randomUUID().toString(),
                                self.instance().ordinal(),
                                arrival.version().subprotocol(),
                                clock.instant(),
                                arrival.remoteAddress())
                        .authenticated(arrival.authentication());
        StationConnection newest = known.get(arrival.station());
        long epoch = self.fleet().millis();
        if (newest != null) {
            epoch = Math.max(epoch, newest.epoch() + 1);
        }
        if (older != null) {
            metrics.takeover("here");
            epoch = Math.max(epoch, older.entry().epoch() + 1);
        }
        return new Link(
                arrival.station(),
                arrival.version(),
                entry.inEpoch(epoch),
                arrival.admittedNanos());
    }

    /** A station was sent away, in time or in the middle of something. */
    void drained(boolean settled) {
        metrics.drained(settled);
    }

    /** A connection stands, whatever the directory says of it. */
    public Mono<Void> opened(Link link) {
        StationConnection said = said(link);
        return put(link.station(), said.online() ? said : said.revived());
    }

    /** A connection of this instance ended. */
    Mono<Void> ended(Link link, String reason, Instant lastSeen) {
        return known.isReplaced(link.station(), link.entry())
                ? Mono.empty()
                : put(link.station(), said(link).ended(clock.instant(), reason, lastSeen));
    }

    /** A connection ended whose instance, or life of an instance, is gone. */
    public Mono<Void> ended(StationKey station, StationConnection connection, String reason) {
        return put(station, connection.ended(clock.instant(), reason));
    }

    /** What was last said of this connection. */
    private StationConnection said(Link link) {
        StationConnection newest = known.get(link.station());
        return newest != null && newest.connectionId().equals(link.id()) ? newest : link.entry();
    }

    private Mono<Void> put(StationKey station, StationConnection connection) {
        return connections
                .put(station, connection)
                .onErrorResume(failure -> {
                    log.warn("The directory is not told about {}: {}", station, failure.toString());
                    return Mono.empty();
                });
    }
}
