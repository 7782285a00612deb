/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.rest;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.availability.ConnectorStates;
import io.ohmnibus.station.clock.ClockSkews;
import io.ohmnibus.station.registration.NewStation;
import io.ohmnibus.station.registration.Registered;
import io.ohmnibus.station.registration.Registration;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.RegisteredStation;
import io.ohmnibus.station.registry.StationChange;
import io.ohmnibus.station.registry.StationFilter;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.registry.Stations;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The stations of the caller's tenant. */
@RestController
final class StationResource {

    private final Registration registration;
    private final Stations stations;
    private final StationLookup lookup;
    private final ConnectorStates connectors;
    private final ClockSkews clocks;

    StationResource(
            Registration registration,
            Stations stations,
            StationLookup lookup,
            ConnectorStates connectors,
            ClockSkews clocks) {
        this.registration = registration;
        this.stations = stations;
        this.lookup = lookup;
        this.connectors = connectors;
        this.clocks = clocks;
    }

    /**
     * A station to register.
     *
     * @param password 16 to 64 characters; without it one is generated. None with profile 3
     */
    record RegistrationBody(
            @Nullable String stationId,
            @Nullable Integer securityProfile,
            @Nullable BootPolicyBody bootPolicy,
            @Nullable String notes,
            @Nullable String password) {

        NewStation toStation() {
            return new NewStation(
                    stationId == null ? "" : stationId,
                    securityProfile == null ? 0 : securityProfile,
                    bootPolicy == null ? BootPolicy.ACCEPT : bootPolicy.toPolicy(),
                    notes,
                    password);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "RegistrationBody[" + stationId + "]";
        }
    }

    /**
     * A registered station.
     *
     * @param password the one that was generated; it cannot be read again
     */
    record RegisteredView(String stationId, @Nullable String password) {

        static RegisteredView of(Registered registered) {
            return new RegisteredView(registered.key().stationId(), registered.generatedPassword());
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "RegisteredView[" + stationId + "]";
        }
    }

    /**
     * What is to be changed; what is missing stays.
     *
     * @param locationId a location of the tenant; empty for none
     */
    record Change(
            @Nullable BootPolicyBody bootPolicy,
            @Nullable String notes,
            @Nullable String locationId) {

        StationChange toChange() {
            return new StationChange(
                    bootPolicy == null ? null : bootPolicy.toPolicy(), notes, locationId);
        }
    }

    @Operation(
            summary = "Registers a station",
            description =
                    "A generated password is told here only. The credentials are kept and published when"
                            + " the answer comes; gateways read them within a moment, and answer a"
                            + " station that is quicker with 404, like any that nobody knows.")
    @Refuses(value = 409, when = "It is registered already, or is being registered")
    @PostMapping("/stations")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("stations:write")
    Mono<ResponseEntity<RegisteredView>> register(
            Caller caller, @RequestBody RegistrationBody body) {
        return Mono.fromSupplier(body::toStation)
                .flatMap(station -> registration.register(caller.tenant(), station))
                .map(StationResource::created);
    }

    private static ResponseEntity<RegisteredView> created(Registered registered) {
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/station/stations/{id}")
                                .encode()
                                .build(registered.key().stationId()))
                .body(RegisteredView.of(registered));
    }

    @Operation(summary = "The stations, by id")
    @GetMapping("/stations")
    @RequiresPermission("stations:read")
    Mono<Page<StationView>> list(
            Caller caller, @ParameterObject StationFilter filter, PageRequest page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? null : cursor.text(0);
        return stations.list(caller.tenant(), filter, after, page.fetch())
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.key().stationId())))
                .map(found -> found.map(StationView::of));
    }

    @Operation(summary = "A station, with what is known of it")
    @GetMapping("/stations/{stationId}")
    @RequiresPermission("stations:read")
    Mono<StationView> station(Caller caller, @PathVariable String stationId) {
        return lookup.require(caller, stationId).flatMap(this::detail);
    }

    private Mono<StationView> detail(RegisteredStation station) {
        StationView view = StationView.of(station);
        return connectors
                .of(station.key())
                .flatMap(counted ->
                        clocks.find(station.key())
                                .map(skew -> view.with(counted, skew))
                                .defaultIfEmpty(view.with(counted, null)));
    }

    @Operation(summary = "Changes what the operator decides of a station")
    @PatchMapping("/stations/{stationId}")
    @RequiresPermission("stations:write")
    Mono<StationView> change(
            Caller caller, @PathVariable String stationId, @RequestBody Change change) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        return stations.change(key, change.toChange())
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        _ -> Problem.badRequest("locationId", "is no location that is known"))
                .flatMap(known ->
                        known
                                ? lookup.require(caller, stationId)
                                : Mono.error(Problem.notFound("There is no station " + stationId)))
                .map(StationView::of);
    }
}
