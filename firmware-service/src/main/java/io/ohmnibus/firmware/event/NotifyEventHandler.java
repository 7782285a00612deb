/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.message.NotifyEventResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps every event. What other services make of them, they see as observers. */
@UseCase("N07")
final class NotifyEventHandler implements CallHandler<NotifyEventRequest, NotifyEventResponse> {

    private final StationEvents events;

    NotifyEventHandler(StationEvents events) {
        this.events = events;
    }

    @Override
    public Mono<NotifyEventResponse> handle(Station station, NotifyEventRequest request) {
        return Flux.fromIterable(StationEvent.of(station.call(), request))
                .concatMap(event -> events.add(station.key(), event))
                .then(Mono.just(NotifyEventResponse.EMPTY)); // N07.FR.03
    }
}
