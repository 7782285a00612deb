/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.stream.StreamedEvents;
import io.ohmnibus.station.stream.EventType;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes connections, and tells those who listen of each once. */
@Component
final class ConnectionsTold {

    private final Connections connections;
    private final StreamedEvents events;
    private final Function<News, Mono<Void>> together;

    ConnectionsTold(Connections connections, StreamedEvents events, Transactions transactions) {
        this.connections = connections;
        this.events = events;
        this.together = transactions.gathered(this::put);
    }

    private record News(StationKey station, StationConnection connection) {}

    /** What a stream says of a connection; the end has a reason and when it was last used. */
    private record Details(
            String connectionId,
            String ocppVersion,
            int gateway,
            @Nullable String closeReason,
            @Nullable Instant lastSeenAt) {}

    Mono<Void> put(StationKey station, StationConnection connection) {
        return together.apply(new News(station, connection));
    }

    private Mono<Void> put(News news) {
        return connections
                .put(news.station(), news.connection())
                .filter(isNew -> isNew)
                .flatMap(_ -> tell(news.station(), news.connection()));
    }

    private Mono<Void> tell(StationKey station, StationConnection connection) {
        Instant ended = connection.disconnectedAt();
        return events.add(
                station,
                (ended == null ? EventType.STATION_CONNECTED : EventType.STATION_DISCONNECTED)
                        .text(),
                ended == null ? connection.connectedAt() : ended,
                new Details(
                        connection.connectionId(),
                        connection.version(),
                        connection.gateway(),
                        connection.closeReason(),
                        connection.lastSeenAt()));
    }
}
