/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.journal;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.contracts.station.JournalSwitch;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.state.CompactedTopic;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.journal.Journal.Filter;
import io.ohmnibus.station.journal.Journal.Position;
import io.ohmnibus.station.registry.StationLookup;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The frame journal of a station: switched on for a time, and searched, the newest first. */
@RestController
@RequestMapping("/stations/{stationId}/journal")
final class JournalResource {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String OFF = "The journal is off";

    private final StationLookup stations;
    private final Journal journal;
    private final Switches switches;
    private final Clock clock;

    /** Both sides of the topic that the gateways read. */
    @Component
    record Switches(CompactedTopic<JournalSwitch> write, CompactedTable<JournalSwitch> read) {}

    /**
     * Wants the journal.
     *
     * @param duration for how long from now, up to 7 days
     */
    record On(@NotNull Duration duration) {}

    JournalResource(StationLookup stations, Journal journal, Switches switches, Clock clock) {
        this.stations = stations;
        this.journal = journal;
        this.switches = switches;
        this.clock = clock;
    }

    /** Gateways see it within some seconds, also when the station connects anew. */
    @Operation(summary = "Lets the frames of a station be kept for a time")
    @PutMapping("/switch")
    @RequiresPermission("stations:write")
    Mono<JournalSwitch> switchOn(
            Caller caller, @PathVariable String stationId, @Valid @RequestBody On wanted) {
        Duration duration = wanted.duration();
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw Problem.badRequest("duration", "is more than PT0S and at most " + LONGEST);
        }
        JournalSwitch on = new JournalSwitch(clock.instant().plus(duration), caller.subject());
        return stations.key(caller, stationId)
                .flatMap(key -> switches.write().put(key, on))
                .thenReturn(on);
    }

    @Operation(summary = "Until when the frames of a station are kept")
    @GetMapping("/switch")
    @RequiresPermission("stations:read")
    Mono<JournalSwitch> state(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId)
                .flatMap(key -> Mono.justOrEmpty(switches.read().get(key)))
                .filter(on -> on.until().isAfter(clock.instant()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound(OFF)));
    }

    @Operation(summary = "Lets no more frames of a station be kept")
    @DeleteMapping("/switch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> switchOff(Caller caller, @PathVariable String stationId) {
        return stations.key(caller, stationId).flatMap(key -> switches.write().put(key, null));
    }

    @Operation(summary = "The frames of a station that were kept, the newest first")
    @GetMapping
    @RequiresPermission("journal:read")
    Mono<Page<JournalEntry>> find(
            Caller caller,
            @PathVariable String stationId,
            @ParameterObject Filter filter,
            PageRequest page) {
        Cursor cursor = page.cursor();
        Position after = cursor == null ? null : new Position(cursor.instant(0), cursor.text(1));
        return stations.key(caller, stationId)
                .flatMap(key -> journal.find(key, filter, after, page.fetch()).collectList())
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.at(), row.id())));
    }
}
