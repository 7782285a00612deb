/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.topology.Topology;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How available a station is now, and was before. */
@RestController
final class AvailabilityResource {

    private final StationLookup stations;
    private final AvailabilityStates states;
    private final Topology topology;

    AvailabilityResource(StationLookup stations, AvailabilityStates states, Topology topology) {
        this.stations = stations;
        this.states = states;
        this.topology = topology;
    }

    @Operation(summary = "What can be used, place by place, and how it came to be so")
    @GetMapping("/stations/{stationId}/availability")
    @RequiresPermission("stations:read")
    Mono<AvailabilityOverview> availability(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId).flatMap(this::overview);
    }

    private Mono<AvailabilityOverview> overview(StationKey key) {
        return Mono.zip(
                        topology.places(key).collectList(),
                        states.states(key).collectList(),
                        states.changes(key).collectList())
                .map(all -> AvailabilityOverview.of(all.getT1(), all.getT2(), all.getT3()));
    }

    @Operation(summary = "What was reported of availability, the newest first")
    @GetMapping("/stations/{stationId}/availability/history")
    @RequiresPermission("stations:read")
    Mono<Page<AvailabilityStates.Past>> history(
            Caller caller, @PathVariable String stationId, PageRequest page) {
        Cursor cursor = page.cursor();
        AvailabilityStates.Position after =
                cursor == null
                        ? null
                        : new AvailabilityStates.Position(
                                cursor.instant(0), cursor.text(1), cursor.number(2));
        return stations.key(caller, stationId)
                .flatMap(key -> states.history(key, after, page.fetch()).collectList())
                .map(rows -> Page.of(rows, page, AvailabilityResource::cursor));
    }

    private static Cursor cursor(AvailabilityStates.Past past) {
        return Cursor.of(past.state().receivedAt(), past.messageId(), past.position());
    }
}
