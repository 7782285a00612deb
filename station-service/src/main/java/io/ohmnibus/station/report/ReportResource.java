/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.type.ComponentCriterionEnum;
import io.ohmnibus.ocpp.type.ComponentVariable;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.ohmnibus.station.StationProperties;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.asked.Requested;
import io.ohmnibus.station.registry.StationLookup;
import io.ohmnibus.station.store.WireNames;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reports of a station's device model: ask for one, see how far it is. */
@RestController
final class ReportResource {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1);
    private static final String BASES =
            "is ConfigurationInventory, FullInventory or SummaryInventory";
    private static final String CRITERIA = "has Active, Available, Enabled, Problem";

    private final StationLookup stations;
    private final Reports reports;
    private final ReportRequests requests;
    private final StationProperties properties;
    private final Clock clock;

    ReportResource(
            StationLookup stations,
            Reports reports,
            ReportRequests requests,
            StationProperties properties,
            Clock clock) {
        this.stations = stations;
        this.reports = reports;
        this.requests = requests;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What to ask for: a base report, or one that is limited to components in some state, to some
     * components and variables, or to what meets both (B08).
     *
     * @param reportBase ConfigurationInventory, FullInventory or SummaryInventory
     * @param componentCriteria any of Active, Available, Enabled, Problem
     */
    record NewReport(
            @Nullable String reportBase,
            @Nullable List<String> componentCriteria,
            @Nullable List<ComponentVariable> componentVariable) {

        NewReport {
            componentCriteria = emptyToNull(componentCriteria);
            componentVariable = emptyToNull(componentVariable);
        }

        private static <T> @Nullable List<T> emptyToNull(@Nullable List<T> list) {
            return list == null || list.isEmpty() ? null : list;
        }

        /** The request for a request id. */
        IntFunction<Request<?>> request() {
            boolean custom = componentCriteria != null || componentVariable != null;
            if (reportBase == null ? !custom : custom) {
                throw Problem.badRequest(
                        "reportBase", "or else componentCriteria and componentVariable are given");
            }
            if (reportBase != null) {
                ReportBaseEnum base = named(ReportBaseEnum.class, reportBase, "reportBase", BASES);
                return id -> new GetBaseReportRequest(id, base, null);
            }
            List<ComponentCriterionEnum> criteria =
                    componentCriteria == null
                            ? null
                            : componentCriteria.stream()
                                    .map(name ->
                                            named(
                                                    ComponentCriterionEnum.class,
                                                    name,
                                                    "componentCriteria",
                                                    CRITERIA))
                                    .toList();
            return id -> valid(new GetReportRequest(componentVariable, id, criteria, null));
        }

        private static <E extends Enum<E> & WireEnum> E named(
                Class<E> type, String name, String field, String allowed) {
            E constant = WireNames.find(type, name);
            if (constant == null) {
                throw Problem.badRequest(field, allowed);
            }
            return constant;
        }

        private static GetReportRequest valid(GetReportRequest request) {
            try {
                CODEC.writePayload(request);
                return request;
            } catch (OcppException e) {
                throw Problem.badRequest("componentVariable", e.error().description());
            }
        }
    }

    @Operation(summary = "Asks a station for a report of its device model")
    @Refuses(value = 422, when = "A rule of OCPP forbids it, as `requirement` says")
    @PostMapping("/stations/{stationId}/reports")
    @RequiresPermission("command:GetBaseReport")
    Mono<ResponseEntity<Requested>> request(
            Caller caller, @PathVariable String stationId, @RequestBody NewReport wanted) {
        IntFunction<Request<?>> request = wanted.request();
        return stations.key(caller, stationId)
                .flatMap(key -> requests.request(key, request, CommandOptions.DEFAULT))
                .map(done -> done.accepted(stationId, "reports"));
    }

    @Operation(summary = "The reports of a station, the newest first")
    @GetMapping("/stations/{stationId}/reports")
    @RequiresPermission("stations:read")
    Mono<Page<ReportView>> list(Caller caller, @PathVariable String stationId, PageRequest page) {
        return stations.key(caller, stationId)
                .flatMap(key ->
                        ReportPlace.page(
                                page,
                                (before, limit) -> reports.list(key, before, limit),
                                this::view));
    }

    @Operation(summary = "A report, and how far it is")
    @GetMapping("/stations/{stationId}/reports/{requestId}")
    @RequiresPermission("stations:read")
    Mono<ReportView> report(
            Caller caller, @PathVariable String stationId, @PathVariable int requestId) {
        return stations.key(caller, stationId)
                .flatMap(key -> reports.find(key, requestId))
                .map(this::view)
                .switchIfEmpty(Requested.unknown(requestId));
    }

    private ReportView view(Report report) {
        return ReportView.of(report, clock.instant(), properties.reports().completeWithin());
    }
}
