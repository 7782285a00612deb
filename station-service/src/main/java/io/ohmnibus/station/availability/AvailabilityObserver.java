/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Sees the states of connectors, EVSEs and stations in NotifyEvent, and plugs that do not lock. */
@UseCase({"G01", "G05", "B04"})
final class AvailabilityObserver implements BatchCallObserver<NotifyEventRequest> {

    private final AvailabilityRecorder recorder;

    AvailabilityObserver(AvailabilityRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Mono<Void> observeAll(List<Received<NotifyEventRequest>> messages) {
        return recorder.record(messages.stream().flatMap(AvailabilityObserver::observed).toList());
    }

    private static Stream<Observed> observed(Received<NotifyEventRequest> message) {
        Station station = message.station();
        return EventReader.observations(station, message.message()).stream()
                .map(observation -> new Observed(station.key(), observation));
    }
}
