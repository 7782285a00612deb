/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.command.CommandOutcomes;
import io.ohmnibus.gateway.ownership.Fence;
import io.ohmnibus.gateway.ownership.KnownConnections;
import io.ohmnibus.gateway.session.StationSession;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes the commands for stations of this instance. One for a connection that is gone never goes to
 * another of the same station: the router decides anew, or the sender is told.
 */
@Component
final class InboxReader {

    private static final Logger log = LoggerFactory.getLogger(InboxReader.class);

    /** Until then the router should have read that the connection ended. */
    private static final Duration DIRECTORY_LAG = Duration.ofMillis(500);

    private final StationSessions sessions;
    private final KnownConnections connections;
    private final Fence fence;
    private final CommandOutcomes outcomes;

    InboxReader(
            StationSessions sessions,
            KnownConnections connections,
            Fence fence,
            CommandOutcomes outcomes) {
        this.sessions = sessions;
        this.connections = connections;
        this.fence = fence;
        this.outcomes = outcomes;
    }

    Mono<Void> on(BusRecord record) {
        try {
            Command command = Command.read(record);
            String connection = record.required(Headers.CONNECTION_ID);
            Optional<StationSession> session = sessions.ofConnection(connection);
            return session.isPresent()
                    ? session.get().submit(command)
                    : Mono.defer(() -> gone(command, connection));
        } catch (MalformedRecord malformed) {
            log.error("A command for {} cannot be read", record.key(), malformed);
            return Mono.empty();
        }
    }

    /** A later life of this instance may hold the connection: then it answers, not this one. */
    private Mono<Void> gone(Command command, String connection) {
        if (fence.isShut()) {
            return Mono.empty();
        }
        if (!fence.open()) {
            return Mono.delay(DIRECTORY_LAG).then(Mono.defer(() -> gone(command, connection)));
        }
        StationConnection newest = connections.get(command.station());
        boolean elsewhere =
                newest != null && newest.online() && !newest.connectionId().equals(connection);
        if (elsewhere) {
            return outcomes.handBack(command);
        }
        return command.waits()
                ? outcomes.handBack(command).delaySubscription(DIRECTORY_LAG)
                : outcomes.offline(command);
    }
}
