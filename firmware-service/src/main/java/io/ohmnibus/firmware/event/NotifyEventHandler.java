/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.firmware.event.StationEvents.Reported;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.message.NotifyEventResponse;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Keeps every event. What other services make of them, they see as observers. */
@UseCase("N07")
final class NotifyEventHandler
        implements BatchCallHandler<
                NotifyEventRequest, NotifyEventResponse, Received<NotifyEventRequest>> {

    private final StationEvents events;

    NotifyEventHandler(StationEvents events) {
        this.events = events;
    }

    @Override
    public Mono<Received<NotifyEventRequest>> read(Station station, NotifyEventRequest request) {
        return Mono.just(new Received<>(station, request));
    }

    @Override
    public Mono<List<NotifyEventResponse>> handleAll(List<Received<NotifyEventRequest>> calls) {
        return events.add(calls.stream().flatMap(NotifyEventHandler::reported).toList())
                .thenReturn( // N07.FR.03
                        Collections.nCopies(calls.size(), NotifyEventResponse.EMPTY));
    }

    private static Stream<Reported> reported(Received<NotifyEventRequest> call) {
        Station station = call.station();
        return StationEvent.of(station.call(), call.message()).stream()
                .map(event -> new Reported(station.key(), event));
    }
}
