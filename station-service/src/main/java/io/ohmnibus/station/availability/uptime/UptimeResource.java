/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.availability.uptime.StateTimeline.Part;
import io.ohmnibus.station.availability.uptime.StateTimeline.Segment;
import io.ohmnibus.station.availability.uptime.Uptime.Outage;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Time lines, outages and uptime of a station. */
@RestController
final class UptimeResource {

    private static final String PATH = "/stations/{stationId}/availability";
    private static final Comparator<Outage> ORDER =
            Comparator.comparing(Outage::from).thenComparing(Outage::evseId);

    private final StationLookup stations;
    private final UptimeFigures figures;
    private final StateTimeline timeline;
    private final Clock clock;

    UptimeResource(
            StationLookup stations, UptimeFigures figures, StateTimeline timeline, Clock clock) {
        this.stations = stations;
        this.figures = figures;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A period of at most 400 days; the last 30 days when nothing is said. */
    record Query(@Nullable Instant from, @Nullable Instant to) {

        Period period(Clock clock) {
            return Period.asked(from, to, clock.instant());
        }
    }

    /** A period, and which places; all when nothing is said. Connector 0 is the EVSE itself. */
    record TimelineQuery(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer evseId,
            @Nullable Integer connectorId) {}

    @Operation(summary = "Uptime of a station and its connectors over a period")
    @Refuses(value = 422, when = "The period is longer than what is remembered, or lies ahead")
    @GetMapping(PATH + "/uptime")
    @RequiresPermission("stations:read")
    Mono<UptimeView> uptime(
            Caller caller, @PathVariable String stationId, @ParameterObject Query query) {
        Period period = query.period(clock);
        return stations.key(caller, stationId)
                .flatMap(key -> figures.of(key, period))
                .map(found -> UptimeView.of(period, found));
    }

    @Operation(summary = "Outages of a station and its connectors over a period")
    @Refuses(value = 422, when = "The period is longer than what is remembered, or lies ahead")
    @GetMapping(PATH + "/outages")
    @RequiresPermission("stations:read")
    Mono<Page<OutageView>> outages(
            Caller caller,
            @PathVariable String stationId,
            @ParameterObject Query query,
            PageRequest page) {
        Period period = query.period(clock);
        Cursor cursor = page.cursor();
        Outage after = cursor == null ? null : outage(cursor);
        return stations.key(caller, stationId)
                .flatMap(key -> figures.of(key, period))
                .map(found -> part(found, after, page.fetch()))
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.from(), row.evseId())))
                .map(found -> found.map(outage -> OutageView.of(outage, period)));
    }

    private static List<Outage> part(List<Uptime> found, @Nullable Outage after, int limit) {
        return found.stream()
                .flatMap(uptime -> uptime.outages().stream())
                .sorted(ORDER)
                .filter(outage -> after == null || ORDER.compare(outage, after) > 0)
                .limit(limit)
                .toList();
    }

    private static Outage outage(Cursor cursor) {
        Instant from = cursor.instant(0);
        return new Outage((int) cursor.number(1), "", from, from, Duration.ZERO);
    }

    @Operation(summary = "The states of the connectors of a station over a period")
    @Refuses(value = 422, when = "The period is longer than what is remembered, or lies ahead")
    @GetMapping(PATH + "/timeline")
    @RequiresPermission("stations:read")
    Mono<Page<Segment>> timeline(
            Caller caller,
            @PathVariable String stationId,
            @ParameterObject TimelineQuery query,
            PageRequest page) {
        Period period = Period.asked(query.from(), query.to(), clock.instant());
        Cursor cursor = page.cursor();
        Segment after = cursor == null ? null : segment(cursor);
        Part part = new Part(query.evseId(), query.connectorId(), after, page.fetch());
        return stations.key(caller, stationId)
                .flatMap(key -> timeline.segments(key, period, part).collectList())
                .map(rows ->
                        Page.of(
                                rows,
                                page,
                                row -> Cursor.of(row.from(), row.evseId(), row.connectorId())));
    }

    private static Segment segment(Cursor cursor) {
        Instant from = cursor.instant(0);
        return new Segment((int) cursor.number(1), (int) cursor.number(2), "", from, from);
    }
}
