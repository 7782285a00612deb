/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.AttributeValue;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.variable.VariableName;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Reads and sets any number of variables of a station, with a result for each. */
@RestController
final class VariableRequestResource {

    private static final int MOST = 1000;

    private final StationLookup stations;
    private final VariableAccess access;
    private final VariableRequests requests;

    VariableRequestResource(
            StationLookup stations, VariableAccess access, VariableRequests requests) {
        this.stations = stations;
        this.access = access;
        this.requests = requests;
    }

    /** Up to 1000 variables; with values to set them. */
    record Variables(@Nullable List<VariableName> variables) {

        <T> List<T> each(Function<VariableName, T> made) {
            List<VariableName> named = variables;
            if (named == null || named.isEmpty() || named.size() > MOST) {
                throw Problem.badRequest("variables", "has 1 to " + MOST + " items");
            }
            return named.stream().map(made).toList();
        }
    }

    /** Where to look for the results. */
    record Accepted(UUID id) {}

    /** Reads; messages are as many as the station needs. */
    @Operation(summary = "Reads variables of a station, as many as one likes")
    @Refuses(value = 422, when = "A rule of OCPP forbids it, as `requirement` says")
    @PostMapping("/stations/{stationId}/variable-reads")
    @RequiresPermission("command:GetVariables")
    Mono<ResponseEntity<Accepted>> read(
            Caller caller, @PathVariable String stationId, @RequestBody Variables body) {
        List<AttributeId> attributes = body.each(VariableName::toAttribute);
        return stations.key(caller, stationId)
                .flatMap(key -> access.read(key, attributes, caller.subject()))
                .map(id -> accepted(stationId, id));
    }

    /** Sets; messages are as many as the station needs. */
    @Operation(summary = "Sets variables of a station, as many as one likes")
    @Refuses(value = 422, when = "A rule of OCPP forbids it, as `requirement` says")
    @PutMapping("/stations/{stationId}/variables")
    @RequiresPermission("command:SetVariables")
    Mono<ResponseEntity<Accepted>> set(
            Caller caller, @PathVariable String stationId, @RequestBody Variables body) {
        List<AttributeValue> values = body.each(VariableName::toValue);
        return stations.key(caller, stationId)
                .flatMap(key -> access.set(key, values, caller.subject()))
                .map(id -> accepted(stationId, id));
    }

    private static ResponseEntity<Accepted> accepted(String stationId, UUID id) {
        return ResponseEntity.accepted()
                .location(
                        UriComponentsBuilder.fromPath(
                                        "/api/station/stations/{id}/variable-requests/{request}")
                                .encode()
                                .build(stationId, id))
                .body(new Accepted(id));
    }

    /**
     * What became of a request.
     *
     * @param status Pending, or Ended when each variable has its result
     */
    record View(UUID id, String kind, String status, List<ItemView> variables) {

        static View of(VariableRequest request) {
            return new View(
                    request.id(),
                    request.kind(),
                    request.endedAt() == null ? "Pending" : "Ended",
                    request.items().stream().map(ItemView::of).toList());
        }
    }

    /** What became of a variable: the station's status, or TooLong, Refused, TimedOut, Offline. */
    record ItemView(
            VariableName name,
            @Nullable String status,
            @Nullable String info,
            @Nullable String value) {

        static ItemView of(VariableRequest.Item item) {
            return new ItemView(
                    VariableName.of(item.attribute()), item.status(), item.info(), item.value());
        }
    }

    @Operation(summary = "What became of variables that were to be read or set")
    @GetMapping("/stations/{stationId}/variable-requests/{id}")
    @RequiresPermission("stations:read")
    Mono<View> request(Caller caller, @PathVariable String stationId, @PathVariable UUID id) {
        return stations.key(caller, stationId)
                .flatMap(key -> requests.find(key, id))
                .map(View::of)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no request " + id)));
    }
}
