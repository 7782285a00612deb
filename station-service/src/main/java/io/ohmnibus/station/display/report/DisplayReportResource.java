/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.asked.Requested;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.DisplayProperties;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.store.WireNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Asks a station what it shows, and tells how far the answer is. */
@RestController
final class DisplayReportResource {

    private static final String PATH = "/stations/{stationId}/display-reports";

    private final StationLookup stations;
    private final DisplayReports reports;
    private final DisplayRequests requests;
    private final DisplayProperties properties;
    private final Clock clock;

    DisplayReportResource(
            StationLookup stations,
            DisplayReports reports,
            DisplayRequests requests,
            DisplayProperties properties,
            Clock clock) {
        this.stations = stations;
        this.reports = reports;
        this.requests = requests;
        this.properties = properties;
        this.clock = clock;
    }

    /** Which messages to ask for; all when nothing is given. */
    record NewReport(
            @Schema(example = "[1, 2]") @Nullable List<@Nullable Integer> ids,
            @Schema(example = "InFront") @Nullable String priority,
            @Schema(example = "Charging") @Nullable String state) {

        DisplayCriteria criteria() {
            if (ids != null && (ids.isEmpty() || !ids.stream().allMatch(NewReport::isId))) {
                throw Problem.badRequest("ids", "has at least one, none of them negative");
            }
            return new DisplayCriteria(
                    ids == null ? null : ids.stream().map(Objects::requireNonNull).toList(),
                    WireNames.read(MessagePriorityEnum.class, "priority", priority),
                    WireNames.read(MessageStateEnum.class, "state", state));
        }

        private static boolean isId(@Nullable Integer id) {
            return id != null && id >= 0;
        }
    }

    @Operation(summary = "Asks a station which messages it has")
    @PostMapping(PATH)
    @RequiresPermission("command:GetDisplayMessages")
    Mono<ResponseEntity<Requested>> request(
            Caller caller, @PathVariable String stationId, @RequestBody NewReport wanted) {
        DisplayCriteria criteria = wanted.criteria();
        return stations.key(caller, stationId)
                .flatMap(key -> requests.request(key, criteria, CommandOptions.DEFAULT))
                .map(done -> done.accepted(stationId, "display-reports"));
    }

    @Operation(summary = "What a station was asked about its messages, the newest first")
    @GetMapping(PATH)
    @RequiresPermission("stations:read")
    Mono<Page<DisplayReportView>> list(
            Caller caller, @PathVariable String stationId, PageRequest page) {
        return stations.key(caller, stationId)
                .flatMap(key ->
                        ReportPlace.page(
                                page,
                                (before, limit) -> reports.list(key, before, limit),
                                this::view));
    }

    @Operation(summary = "One such request, and how far its answer is")
    @GetMapping(PATH + "/{requestId}")
    @RequiresPermission("stations:read")
    Mono<DisplayReportView> report(
            Caller caller, @PathVariable String stationId, @PathVariable int requestId) {
        return stations.key(caller, stationId)
                .flatMap(key -> reports.find(key, requestId))
                .map(this::view)
                .switchIfEmpty(Requested.unknown(requestId));
    }

    private DisplayReportView view(DisplayReport report) {
        return DisplayReportView.of(report, clock.instant(), properties.completeWithin());
    }
}
