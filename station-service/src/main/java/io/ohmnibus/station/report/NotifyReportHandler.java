/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.message.NotifyReportResponse;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.topology.Place;
import io.ohmnibus.station.topology.Topology;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes the parts of reports in whatever order they come, and what they say into the device model.
 * A part of a report that nobody asked for is the station's own word about itself all the same.
 */
@UseCase("B07")
final class NotifyReportHandler implements CallHandler<NotifyReportRequest, NotifyReportResponse> {

    private final Reports reports;
    private final DeviceModel model;
    private final Topology topology;

    NotifyReportHandler(Reports reports, DeviceModel model, Topology topology) {
        this.reports = reports;
        this.model = model;
        this.topology = topology;
    }

    @Override
    public Mono<NotifyReportResponse> handle(Station station, NotifyReportRequest request) {
        Instant receivedAt = station.call().receivedAt();
        List<ReportData> data = request.reportData() == null ? List.of() : request.reportData();
        return reports.add(station.key(), request.requestId(), ReportPart.of(request, receivedAt))
                .filter(taken -> taken)
                .flatMap(taken ->
                        apply(station, data, receivedAt)
                                .then(Mono.defer(() -> forget(station, request.requestId()))))
                .thenReturn(NotifyReportResponse.EMPTY);
    }

    /** What a complete inventory does not name is no longer there. */
    private Mono<Void> forget(Station station, int requestId) {
        return reports.find(station.key(), requestId)
                .filter(Report::isWholeInventory)
                .flatMap(report ->
                        Mono.justOrEmpty(report.firstPartAt())
                                .flatMap(from -> model.forgetUnmentioned(station.key(), from)));
    }

    private Mono<Void> apply(Station station, List<ReportData> data, Instant at) {
        List<Place> places =
                data.stream().map(entry -> Place.of(entry.component().evse())).toList();
        return model.reported(station.key(), data, at)
                .then(Mono.defer(() -> topology.learn(station.key(), places, at)));
    }
}
