/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.message.StatusNotificationResponse;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.clock.ReportedTime;
import io.ohmnibus.station.topology.Place;
import java.util.Collections;
import java.util.List;
import reactor.core.publisher.Mono;

/** The older way to report the state of a connector; NotifyEvent is preferred since 2.1. */
@UseCase({"G01", "B04"})
final class StatusNotificationHandler
        implements BatchCallHandler<
                StatusNotificationRequest, StatusNotificationResponse, Observed> {

    private final AvailabilityRecorder recorder;

    StatusNotificationHandler(AvailabilityRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Mono<Observed> read(Station station, StatusNotificationRequest request) {
        ReportedTime time = new ReportedTime(request.timestamp(), station.call().receivedAt());
        Observation observation =
                new Observation(
                        new Place(request.evseId(), request.connectorId()),
                        Observation.Aspect.AVAILABILITY,
                        request.connectorStatus().wireName(),
                        new Observation.Origin(
                                "StatusNotification", station.call().messageId(), 0, time));
        return Mono.just(new Observed(station.key(), observation));
    }

    @Override
    public Mono<List<StatusNotificationResponse>> handleAll(List<Observed> observed) {
        return recorder.record(observed)
                .thenReturn(Collections.nCopies(observed.size(), StatusNotificationResponse.EMPTY));
    }
}
