/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.availability.uptime.ExcludedPeriod.Cause;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** Times in which outages of a station do not count, such as planned maintenance. */
@RestController
final class ExcludedPeriodResource {

    private static final String PATH = "/stations/{stationId}/availability/excluded-periods";
    private static final int LONGEST_NOTE = 1000;
    private static final Duration AHEAD = Duration.ofDays(3650);

    private final StationLookup stations;
    private final ExcludedPeriods periods;
    private final Clock clock;

    ExcludedPeriodResource(StationLookup stations, ExcludedPeriods periods, Clock clock) {
        this.stations = stations;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * A time that is not to count.
     *
     * @param evseId 0 or nothing for the whole station
     * @param cause PlannedMaintenance, which is declared before it begins; UtilityInterruption,
     *     VehicleFault, Vandalism, NaturalDisaster, OutsideOpeningHours
     */
    record NewPeriod(
            @Schema(example = "1") @Nullable Integer evseId,
            @Schema(example = "PlannedMaintenance") @Nullable String cause,
            @Schema(example = "2027-01-10T06:00:00Z") @Nullable Instant from,
            @Schema(example = "2027-01-10T09:00:00Z") @Nullable Instant to,
            @Schema(example = "yearly inspection") @Nullable String note) {

        ExcludedPeriod read(Instant now, String by) {
            if (evseId != null && evseId < 0) {
                throw Problem.badRequest("evseId", "is not negative");
            }
            if (from == null || to == null || !from.isBefore(to)) {
                throw Problem.badRequest("from", "is before to");
            }
            if (from.isBefore(Instant.EPOCH) || from.isAfter(now.plus(AHEAD))) {
                throw Problem.badRequest("from", "is after 1970 and not in ten years");
            }
            if (Duration.between(from, to).compareTo(Period.LONGEST) > 0) {
                throw Problem.badRequest(
                        "to", "is at most " + Period.LONGEST.toDays() + " days after from");
            }
            if (note != null && note.length() > LONGEST_NOTE) {
                throw Problem.badRequest("note", "has at most " + LONGEST_NOTE + " characters");
            }
            Cause why = Cause.read(cause);
            if (why == Cause.PLANNED_MAINTENANCE && from.isBefore(now)) {
                throw Problem.unprocessable("Planned maintenance is declared before it begins");
            }
            int evse = evseId == null ? 0 : evseId;
            return new ExcludedPeriod(0, evse, why, new Period(from, to), note, now, by);
        }
    }

    /** The period as it is kept. */
    record PeriodView(
            long id,
            int evseId,
            String cause,
            Instant from,
            Instant to,
            @Nullable String note,
            Instant declaredAt,
            String declaredBy) {

        static PeriodView of(ExcludedPeriod excluded) {
            return new PeriodView(
                    excluded.id(),
                    excluded.evseId(),
                    excluded.cause().text(),
                    excluded.period().from(),
                    excluded.period().to(),
                    excluded.note(),
                    excluded.declaredAt(),
                    excluded.declaredBy());
        }
    }

    @Operation(summary = "Declares a period that counts for no uptime, such as planned maintenance")
    @Refuses(value = 422, when = "Planned maintenance is declared before it begins")
    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("stations:write")
    Mono<PeriodView> declare(
            Caller caller, @PathVariable String stationId, @RequestBody NewPeriod body) {
        ExcludedPeriod excluded = body.read(clock.instant(), caller.subject());
        return stations.key(caller, stationId)
                .flatMap(key -> periods.add(key, excluded))
                .map(PeriodView::of);
    }

    @Operation(summary = "Periods that count for no uptime, the newest first")
    @GetMapping(PATH)
    @RequiresPermission("stations:read")
    Mono<Page<PeriodView>> list(Caller caller, @PathVariable String stationId, PageRequest page) {
        Cursor cursor = page.cursor();
        Long before = cursor == null ? null : cursor.number(0);
        return stations.key(caller, stationId)
                .flatMap(key -> periods.list(key, before, page.fetch()).collectList())
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.id())))
                .map(found -> found.map(PeriodView::of));
    }

    @Operation(summary = "Takes back a period that was excluded")
    @DeleteMapping(PATH + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> remove(Caller caller, @PathVariable String stationId, @PathVariable long id) {
        return stations.key(caller, stationId)
                .flatMap(key -> periods.remove(key, id))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no period " + id)))
                .then();
    }
}
