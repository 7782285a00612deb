/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes an event through the steps, once; a repetition gets the answer of the first time. */
@UseCase({"E01", "E02", "E03", "E05", "E06", "E07", "E08", "E09", "E11", "E12", "E13"})
final class TransactionEventHandler
        implements CallHandler<TransactionEventRequest, TransactionEventResponse> {

    private final TransactionEvents events;
    private final List<TransactionEventStep> steps;

    TransactionEventHandler(TransactionEvents events, List<TransactionEventStep> steps) {
        this.events = events;
        this.steps = List.copyOf(steps);
    }

    @Override
    public Mono<TransactionEventHandler> prepare(Station station, TransactionEventRequest event) {
        return Flux.fromIterable(steps)
                .<TransactionEventStep>concatMap(step -> step.prepare(station, event))
                .collectList()
                .map(prepared -> new TransactionEventHandler(events, prepared));
    }

    @Override
    public Mono<TransactionEventResponse> handle(Station station, TransactionEventRequest event) {
        return events.answerTo(station, event) // E13.FR.02: stations repeat what was not answered
                .switchIfEmpty(Mono.defer(() -> process(station, event)));
    }

    private Mono<TransactionEventResponse> process(Station station, TransactionEventRequest event) {
        Mono<TransactionEventResponse> answer = Mono.just(TransactionEventResponse.EMPTY);
        for (TransactionEventStep step : steps) {
            answer = answer.flatMap(soFar -> step.apply(station, event, soFar));
        }
        return answer.delayUntil(complete -> events.add(station, event, complete));
    }
}
