/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.pool;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registration.NewStation;
import io.ohmnibus.station.registration.Registered;
import io.ohmnibus.station.registration.Registration;
import io.ohmnibus.station.registry.BootPolicy;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Stations that were seen and are not registered, for tenants that want to know; to claim them. */
@RestController
final class PoolResource {

    private final UnknownStations stations;
    private final Registration registration;
    private final Clock clock;

    PoolResource(UnknownStations stations, Registration registration, Clock clock) {
        this.stations = stations;
        this.registration = registration;
        this.clock = clock;
    }

    /** Whether stations that nobody knows are remembered. */
    record Switch(boolean on) {}

    @Operation(summary = "Whether unknown stations are remembered when they knock")
    @GetMapping("/unknown-stations/switch")
    @RequiresPermission("stations:read")
    Mono<Switch> isOn(Caller caller) {
        return stations.isOn(caller.tenant()).map(Switch::new);
    }

    @Operation(summary = "Switches whether unknown stations are remembered when they knock")
    @PutMapping("/unknown-stations/switch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> turn(Caller caller, @RequestBody Switch to) {
        return to.on()
                ? stations.on(caller.tenant(), caller.subject(), clock.instant())
                : stations.off(caller.tenant());
    }

    @Operation(summary = "Unknown stations that knocked, by station id")
    @GetMapping("/unknown-stations")
    @RequiresPermission("stations:read")
    Mono<Page<UnknownStation>> list(Caller caller, PageRequest page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? null : cursor.text(0);
        return stations.list(caller.tenant(), after, page.fetch())
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.stationId())));
    }

    /**
     * How the station is to prove who it is.
     *
     * @param securityProfile that of the port it came to, unless said
     * @param password 16 to 64 characters; without it one is generated. None with profile 3
     */
    record Claim(@Nullable Integer securityProfile, @Nullable String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Claim[" + securityProfile + "]";
        }
    }

    /**
     * A station that was claimed.
     *
     * @param password the one that was generated; it cannot be read again
     */
    record Claimed(String stationId, @Nullable String password) {

        static Claimed of(Registered registered) {
            return new Claimed(registered.key().stationId(), registered.generatedPassword());
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Claimed[" + stationId + "]";
        }
    }

    /** Registers a station that was seen; it has to be given its password by other means. */
    @Operation(summary = "Registers an unknown station")
    @Refuses(value = 409, when = "It is registered already, or is being registered")
    @PostMapping("/unknown-stations/{stationId}/claim")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("stations:write")
    Mono<Claimed> claim(Caller caller, @PathVariable String stationId, @RequestBody Claim body) {
        StationKey key = new StationKey(caller.tenant(), stationId);
        return stations.find(key)
                .switchIfEmpty(
                        Mono.error(() ->
                                Problem.notFound("No unknown station " + stationId + " was seen")))
                .map(seen -> station(seen, body))
                .flatMap(station -> registration.register(caller.tenant(), station))
                .delayUntil(done -> stations.forget(key))
                .map(Claimed::of);
    }

    private static NewStation station(UnknownStation seen, Claim claim) {
        Integer profile = claim.securityProfile();
        return new NewStation(
                seen.stationId(),
                profile == null ? seen.securityProfile() : profile,
                BootPolicy.ACCEPT,
                null,
                claim.password());
    }

    @Operation(summary = "Forgets an unknown station")
    @DeleteMapping("/unknown-stations/{stationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> forget(Caller caller, @PathVariable String stationId) {
        return stations.forget(new StationKey(caller.tenant(), stationId));
    }
}
