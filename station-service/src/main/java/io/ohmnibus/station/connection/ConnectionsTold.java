/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.stream.EventType;
import io.ohmnibus.station.stream.StationEvents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes connections, and tells those who listen of each once. */
@Component
final class ConnectionsTold {

    private final Connections connections;
    private final StationEvents events;
    private final TransactionalOperator transaction;

    ConnectionsTold(
            Connections connections, StationEvents events, TransactionalOperator transaction) {
        this.connections = connections;
        this.events = events;
        this.transaction = transaction;
    }

    /** What a stream says of a connection; the end has a reason and when it was last used. */
    private record Details(
            String connectionId,
            String ocppVersion,
            int gateway,
            @Nullable String closeReason,
            @Nullable Instant lastSeenAt) {}

    Mono<Void> put(StationKey station, StationConnection connection) {
        return connections
                .put(station, connection)
                .filter(news -> news)
                .flatMap(_ -> tell(station, connection))
                .as(transaction::transactional);
    }

    private Mono<Void> tell(StationKey station, StationConnection connection) {
        Instant ended = connection.disconnectedAt();
        return events.add(
                station,
                ended == null ? EventType.STATION_CONNECTED : EventType.STATION_DISCONNECTED,
                ended == null ? connection.connectedAt() : ended,
                new Details(
                        connection.connectionId(),
                        connection.version(),
                        connection.gateway(),
                        connection.closeReason(),
                        connection.lastSeenAt()));
    }
}
