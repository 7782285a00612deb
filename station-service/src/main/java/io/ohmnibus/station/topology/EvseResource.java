/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.topology.Evses.Described;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The EVSEs and connectors of a station: those it has mentioned, and those that were entered. */
@RestController
final class EvseResource {

    private static final int MAX_ID = 999;

    private final StationLookup stations;
    private final Evses evses;

    EvseResource(StationLookup stations, Evses evses) {
        this.stations = stations;
        this.evses = evses;
    }

    /**
     * An EVSE.
     *
     * @param seenAt when the station mentioned it first; absent when it never did
     */
    record DescribedEvse(
            int evseId,
            @Nullable String name,
            @Nullable Integer maxPowerW,
            @Nullable Instant seenAt,
            List<DescribedConnector> connectors) {}

    /** A connector of an EVSE. */
    record DescribedConnector(
            int connectorId,
            @Nullable String name,
            @Nullable String type,
            @Nullable Integer maxPowerW,
            @Nullable Instant seenAt) {}

    @Operation(summary = "EVSEs and connectors of a station")
    @GetMapping("/stations/{stationId}/evses")
    @RequiresPermission("stations:read")
    Mono<List<DescribedEvse>> list(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId)
                .flatMap(key -> evses.list(key).collectList())
                .map(EvseResource::views);
    }

    private static List<DescribedEvse> views(List<Described> all) {
        return all.stream()
                .filter(one -> !one.place().connector())
                .map(evse ->
                        new DescribedEvse(
                                evse.place().evseId(),
                                evse.description().name(),
                                evse.description().maxPowerW(),
                                evse.seenAt(),
                                all.stream()
                                        .filter(one -> one.place().connector())
                                        .filter(one ->
                                                one.place().evseId() == evse.place().evseId())
                                        .map(EvseResource::connector)
                                        .toList()))
                .toList();
    }

    private static DescribedConnector connector(Described connector) {
        return new DescribedConnector(
                connector.place().connectorId(),
                connector.description().name(),
                connector.description().type(),
                connector.description().maxPowerW(),
                connector.seenAt());
    }

    @Operation(summary = "Describes an EVSE")
    @PutMapping("/stations/{stationId}/evses/{evseId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> describe(
            Caller caller,
            @PathVariable String stationId,
            @PathVariable int evseId,
            @RequestBody Description body) {
        return describe(caller, stationId, evse(evseId), body);
    }

    @Operation(summary = "Describes a connector")
    @PutMapping("/stations/{stationId}/evses/{evseId}/connectors/{connectorId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> describe(
            Caller caller,
            @PathVariable String stationId,
            @PathVariable int evseId,
            @PathVariable int connectorId,
            @RequestBody Description body) {
        return describe(caller, stationId, connector(evseId, connectorId), body);
    }

    private Mono<Void> describe(Caller caller, String stationId, Place place, Description body) {
        List<Violation> wrong = body.violations(place);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return stations.key(caller, stationId)
                .flatMap(key -> evses.describe(List.of(new Described(key, place, body))));
    }

    @Operation(
            summary = "Forgets an EVSE and its connectors",
            description = "They are back when the station mentions them again.")
    @DeleteMapping("/stations/{stationId}/evses/{evseId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> forget(Caller caller, @PathVariable String stationId, @PathVariable int evseId) {
        return forget(caller, stationId, evse(evseId));
    }

    @Operation(summary = "Forgets a connector")
    @DeleteMapping("/stations/{stationId}/evses/{evseId}/connectors/{connectorId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> forget(
            Caller caller,
            @PathVariable String stationId,
            @PathVariable int evseId,
            @PathVariable int connectorId) {
        return forget(caller, stationId, connector(evseId, connectorId));
    }

    private Mono<Void> forget(Caller caller, String stationId, Place place) {
        return stations.key(caller, stationId)
                .flatMap(key -> evses.forget(key, place))
                .flatMap(forgotten ->
                        forgotten
                                ? Mono.empty()
                                : Mono.error(Problem.notFound("There is nothing of that number")));
    }

    private static Place evse(int evseId) {
        return new Place(number("evseId", evseId), 0);
    }

    private static Place connector(int evseId, int connectorId) {
        return new Place(number("evseId", evseId), number("connectorId", connectorId));
    }

    private static int number(String name, int id) {
        if (id < 1 || id > MAX_ID) {
            throw Problem.badRequest(name, "is between 1 and " + MAX_ID);
        }
        return id;
    }
}
