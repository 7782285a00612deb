/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees the states of connectors, EVSEs and stations in NotifyEvent, and plugs that do not lock. */
@UseCase({"G01", "G05", "B04"})
final class AvailabilityObserver implements CallObserver<NotifyEventRequest> {

    private final AvailabilityRecorder recorder;

    AvailabilityObserver(AvailabilityRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Mono<Void> observe(Station station, NotifyEventRequest request) {
        return Flux.fromIterable(EventReader.observations(station, request))
                .concatMap(observation -> recorder.record(station.key(), observation))
                .then();
    }
}
