/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.message.StatusNotificationResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.topology.Place;
import reactor.core.publisher.Mono;

/** The older way to report the state of a connector; NotifyEvent is preferred since 2.1. */
@UseCase({"G01", "B04"})
final class StatusNotificationHandler
        implements CallHandler<StatusNotificationRequest, StatusNotificationResponse> {

    private final AvailabilityRecorder recorder;

    StatusNotificationHandler(AvailabilityRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Mono<StatusNotificationResponse> handle(
            Station station, StatusNotificationRequest request) {
        ReportedTime time = new ReportedTime(request.timestamp(), station.call().receivedAt());
        Observation observation =
                new Observation(
                        new Place(request.evseId(), request.connectorId()),
                        Observation.Aspect.AVAILABILITY,
                        request.connectorStatus().wireName(),
                        new Observation.Origin(
                                "StatusNotification", station.call().messageId(), 0, time));
        return recorder.record(station.key(), observation)
                .thenReturn(StatusNotificationResponse.EMPTY);
    }
}
