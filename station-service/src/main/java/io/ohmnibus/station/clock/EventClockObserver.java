/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads the time of a NotifyEvent, which may have waited in the station. */
@UseCase({"B04", "G01"})
final class EventClockObserver implements BatchCallObserver<NotifyEventRequest> {

    private final ClockRecorder clocks;

    EventClockObserver(ClockRecorder clocks) {
        this.clocks = clocks;
    }

    @Override
    public Mono<Void> observeAll(List<Received<NotifyEventRequest>> messages) {
        return clocks.record(
                messages.stream()
                        .map(one -> Reading.of(one.station(), one.message().generatedAt(), true))
                        .toList());
    }
}
