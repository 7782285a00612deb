/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTopic;
import io.ohmnibus.platform.state.CompactedTopics;
import java.time.Clock;
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
    private final GatewayInstance instance;
    private final Clock clock;

    Announcements(CompactedTopics topics, GatewayInstance instance, Clock clock) {
        this.connections = topics.topic(Topics.CONNECTIONS);
        this.instance = instance;
        this.clock = clock;
    }

    /** A connection stands. */
    public Mono<Void> opened(Link link) {
        return put(link.station(), entry(link));
    }

    /** A connection of this instance ended. */
    Mono<Void> ended(Link link, String reason) {
        return ended(link.station(), entry(link), reason);
    }

    /** A connection ended, whichever life of this instance it belonged to. */
    public Mono<Void> ended(StationKey station, StationConnection connection, String reason) {
        return put(station, connection.ended(clock.instant(), reason));
    }

    private StationConnection entry(Link link) {
        return StationConnection.opened(
                        link.id(),
                        instance.ordinal(),
                        link.version().subprotocol(),
                        link.connectedAt(),
                        link.remoteAddress())
                .authenticated(link.authentication());
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
