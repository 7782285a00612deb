/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.session.StationSession;
import io.ohmnibus.gateway.session.StationSessions;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which stations are connected, as people see it. */
@RestController
@RequestMapping("/connections")
final class ConnectionResource {

    private final Directory directory;
    private final StationSessions sessions;

    ConnectionResource(Directory directory, StationSessions sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    enum State {
        ONLINE,
        OFFLINE
    }

    /**
     * The newest connection of a station.
     *
     * @param since when the state began
     * @param version sub-protocol, such as {@code ocpp2.1}
     * @param gateway ordinal of the gateway instance
     * @param lastSeen when the station last sent anything; of one that is connected only where it
     *     is connected to the instance that answers
     * @param closeReason why it is offline
     */
    record Connection(
            String stationId,
            State state,
            Instant since,
            String version,
            int gateway,
            String remoteAddress,
            @Nullable Instant lastSeen,
            @Nullable String closeReason) {}

    @Operation(summary = "The stations that are or were connected, by station id")
    @GetMapping
    @RequiresPermission("stations:read")
    Mono<Page<Connection>> list(Caller caller, PageRequest page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? "" : cursor.text(0);
        List<Connection> rows =
                directory.of(caller.tenant(), after).entrySet().stream()
                        .limit(page.fetch())
                        .map(entry -> view(StationKey.parse(entry.getKey()), entry.getValue()))
                        .toList();
        return Mono.just(Page.of(rows, page, row -> Cursor.of(row.stationId())));
    }

    @Operation(summary = "Whether and how a station is connected")
    @GetMapping("/{stationId}")
    @RequiresPermission("stations:read")
    Mono<Connection> get(Caller caller, @PathVariable("stationId") String stationId) {
        StationKey station = new StationKey(caller.tenant(), stationId);
        return Mono.justOrEmpty(directory.get(station))
                .map(connection -> view(station, connection))
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound("No station " + stationId + " ever connected")));
    }

    private Connection view(StationKey station, StationConnection connection) {
        Instant ended = connection.disconnectedAt();
        return new Connection(
                station.stationId(),
                ended == null ? State.ONLINE : State.OFFLINE,
                ended == null ? connection.connectedAt() : ended,
                connection.version(),
                connection.gateway(),
                connection.remoteAddress(),
                sessions.ofConnection(connection.connectionId())
                        .map(StationSession::lastSeen)
                        .orElse(connection.lastSeenAt()),
                connection.closeReason());
    }
}
