/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network.migration;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Leads stations to another network profile, and so perhaps to another CSMS (B10). */
@RestController
final class MigrationResource {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SETTLE = Duration.ofMinutes(15);

    private final StationLookup stations;
    private final MigrationCourse course;
    private final Migrations migrations;

    MigrationResource(StationLookup stations, MigrationCourse course, Migrations migrations) {
        this.stations = stations;
        this.course = course;
        this.migrations = migrations;
    }

    /**
     * Where the station is to go.
     *
     * @param slot configuration slot with the profile to use first, set before (B09)
     * @param closeFirst whether the station is made inoperative before, as recommended (B10.FR.05);
     *     another CSMS has to make it operative again. True unless said
     * @param settle how long the station must stay away to count as gone; PT15M unless said
     * @param within when it is given up if the station has not left; a day, at most seven
     */
    record NewMigration(
            @Nullable Integer slot,
            @Nullable Boolean closeFirst,
            @Nullable Duration settle,
            @Nullable Duration within) {

        MigrationCourse.Wish wish(Caller caller) {
            if (slot == null || slot < 0) {
                throw Problem.badRequest("slot", "is a configuration slot of the station");
            }
            return new MigrationCourse.Wish(
                    slot,
                    !Boolean.FALSE.equals(closeFirst),
                    checked("settle", settle == null ? SETTLE : settle),
                    checked("within", within == null ? Duration.ofDays(1) : within),
                    caller.subject());
        }

        private static Duration checked(String field, Duration time) {
            if (time.toSeconds() < 1 || time.compareTo(LONGEST) > 0) {
                throw Problem.badRequest(field, "is between PT1S and " + LONGEST);
            }
            return time;
        }
    }

    @Operation(summary = "Begins to move a station to another CSMS, with a way back")
    @Refuses(value = 409, when = "A migration of this station is under way")
    @Refuses(value = 422, when = "A rule of OCPP forbids it, as `requirement` says")
    @PostMapping("/stations/{stationId}/migrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @RequiresPermission("stations:write")
    Mono<Migration> begin(
            Caller caller, @PathVariable String stationId, @RequestBody NewMigration body) {
        MigrationCourse.Wish wish = body.wish(caller);
        return stations.key(caller, stationId).flatMap(key -> course.begin(key, wish));
    }

    /** The migrations of a station, the newest first. */
    @Operation(summary = "The migrations of a station, the newest first")
    @GetMapping("/stations/{stationId}/migrations")
    @RequiresPermission("stations:read")
    Mono<Page<Migration>> list(Caller caller, @PathVariable String stationId, PageRequest page) {
        return stations.key(caller, stationId).flatMap(key -> migrations.list(key, page));
    }

    /** Gives up the migration that is under way; the station keeps, or gets back, its old order. */
    @Operation(summary = "Ends the migration that is under way, and brings the station back")
    @DeleteMapping("/stations/{stationId}/migrations/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> cancel(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId)
                .map(StationKey::stationId)
                .flatMap(id ->
                        course.end(
                                new StationKey(caller.tenant(), id),
                                "Given up by " + caller.subject()));
    }
}
