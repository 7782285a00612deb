/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** When a station was connected, and why it was not, the newest connection first. */
@RestController
final class ConnectionResource {

    private final StationLookup stations;
    private final Connections connections;

    ConnectionResource(StationLookup stations, Connections connections) {
        this.stations = stations;
        this.connections = connections;
    }

    @Operation(summary = "The connections of a station, the newest first")
    @GetMapping("/stations/{stationId}/connections")
    @RequiresPermission("stations:read")
    Mono<Page<PastConnection>> list(
            Caller caller, @PathVariable String stationId, PageRequest page) {
        Cursor cursor = page.cursor();
        Connections.Place after =
                cursor == null ? null : new Connections.Place(cursor.number(0), cursor.text(1));
        return stations.key(caller, stationId)
                .flatMap(key -> connections.history(key, after, page.fetch()).collectList())
                .map(rows ->
                        Page.of(rows, page, row -> Cursor.of(row.epoch(), row.connectionId())));
    }
}
