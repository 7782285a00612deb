/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.desired.DesiredVariables.Change;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.variable.VariableName;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The values that variables should have, and how far stations are from them. */
@RestController
final class DesiredResource {

    private static final int MOST = 500;

    private final StationLookup stations;
    private final DesiredVariables variables;
    private final DesiredStates states;
    private final TransactionalOperator transaction;
    private final Clock clock;

    DesiredResource(
            StationLookup stations,
            DesiredVariables variables,
            DesiredStates states,
            TransactionalOperator transaction,
            Clock clock) {
        this.stations = stations;
        this.variables = variables;
        this.states = states;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Values of a station, a group or a model.
     *
     * @param reboot whether stations may be reset, when idle, where a value needs that; not unless
     *     said
     */
    record Desired(@Nullable List<VariableName> variables, @Nullable Boolean reboot) {

        List<DesiredVariable> of(DesiredScope scope, String id) {
            List<VariableName> named = variables;
            if (named == null || named.size() > MOST) {
                throw Problem.badRequest("variables", "has up to " + MOST + " items");
            }
            List<DesiredVariable> wanted = named.stream().map(name -> of(name, scope, id)).toList();
            long different =
                    wanted.stream().map(one -> one.attribute().normalised()).distinct().count();
            if (different < wanted.size()) {
                throw Problem.badRequest("variables", "names a variable twice");
            }
            return wanted;
        }

        private DesiredVariable of(VariableName name, DesiredScope scope, String id) {
            AttributeId attribute = name.toAttribute();
            if (attribute.variable().secret()) {
                throw Problem.badRequest("variables", "holds no passwords");
            }
            return new DesiredVariable(
                    attribute,
                    name.toValue().value(),
                    Boolean.TRUE.equals(reboot),
                    scope,
                    id,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** A desired value. */
    record Wanted(VariableName name, String value, boolean reboot) {}

    /** Replaces the desired values; an empty list lets everything be as it is. */
    @Operation(summary = "Sets which variables should hold for a station, a group or a model")
    @PutMapping("/desired-variables/{scope}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("command:SetVariables")
    Mono<Void> put(
            Caller caller,
            @PathVariable String scope,
            @PathVariable String id,
            @RequestBody Desired body) {
        DesiredScope of = scope(scope);
        List<DesiredVariable> wanted = body.of(of, id);
        Instant now = clock.instant();
        Mono<Void> replaced =
                variables.replace(
                        caller.tenant(), of, id, wanted, new Change(caller.subject(), now));
        return replaced.then(states.wanted(caller.tenant(), of, id, now))
                .as(transaction::transactional);
    }

    @Operation(summary = "The variables that should hold for a station, a group or a model")
    @GetMapping("/desired-variables/{scope}/{id}")
    @RequiresPermission("stations:read")
    Mono<List<Wanted>> get(Caller caller, @PathVariable String scope, @PathVariable String id) {
        return variables
                .of(caller.tenant(), scope(scope), id)
                .map(one -> new Wanted(VariableName.of(one.attribute()), one.value(), one.reboot()))
                .collectList();
    }

    private static DesiredScope scope(String path) {
        return DesiredScope.ofPath(path)
                .orElseThrow(() -> Problem.notFound("There are stations, groups and models"));
    }

    /**
     * What counts for a station.
     *
     * @param state null where nothing was to be done yet
     */
    record OfStation(@Nullable DesiredState state, List<Held> variables) {}

    /**
     * A value that a station should have.
     *
     * @param from whether it is the station's own, its group's or its model's
     * @param holds whether the station has it, as far as is known
     */
    record Held(
            VariableName name,
            String value,
            DesiredScope from,
            String fromId,
            @Nullable String actual,
            @Nullable Instant actualAt,
            @Nullable String status,
            boolean holds) {

        static Held of(DesiredVariable variable) {
            return new Held(
                    VariableName.of(variable.attribute()),
                    variable.value(),
                    variable.scope(),
                    variable.scopeId(),
                    variable.actual(),
                    variable.actualAt(),
                    variable.status(),
                    variable.holds());
        }
    }

    @Operation(summary = "What should hold for a station, and what differs")
    @GetMapping("/stations/{stationId}/desired-variables")
    @RequiresPermission("stations:read")
    Mono<OfStation> ofStation(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId).flatMap(this::ofStation);
    }

    private Mono<OfStation> ofStation(StationKey key) {
        return variables
                .of(key)
                .map(Held::of)
                .collectList()
                .flatMap(held ->
                        states.find(key)
                                .map(state -> new OfStation(state, held))
                                .defaultIfEmpty(new OfStation(null, held)));
    }

    /** Looks at the station anew, and sets what differs. */
    @Operation(summary = "Reads what a station has and sets what differs, now")
    @PostMapping("/stations/{stationId}/desired-variables/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("command:SetVariables")
    Mono<Void> apply(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId)
                .flatMap(key ->
                        states.wanted(
                                key.tenant(),
                                DesiredScope.STATION,
                                key.stationId(),
                                clock.instant()));
    }
}
