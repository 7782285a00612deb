/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.store.Writes;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes an event through the steps, once; a repetition gets the answer of the first time. */
@UseCase({
    "E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E11", "E12", "E13",
    "E15", "E17"
})
final class TransactionEventHandler
        implements BatchCallHandler<
                TransactionEventRequest, TransactionEventResponse, EventInHand> {

    private final Transactions transactions;
    private final TransactionEvents events;
    private final List<TransactionEventStep> steps;

    TransactionEventHandler(
            Transactions transactions, TransactionEvents events, List<TransactionEventStep> steps) {
        this.transactions = transactions;
        this.events = events;
        this.steps = List.copyOf(steps);
    }

    /** By what an event says, whatever its message id is (E13.FR.02). */
    @Override
    public boolean knowsRepetitions() {
        return true;
    }

    @Override
    public Mono<EventInHand> read(Station station, TransactionEventRequest request) {
        return Mono.defer(() -> {
            EventInHand event = new EventInHand(station, request);
            return Flux.fromIterable(steps)
                    .concatMap(step -> step.prepare(event))
                    .then(Mono.just(event));
        });
    }

    @Override
    public Mono<List<TransactionEventResponse>> handleAll(List<EventInHand> read) {
        List<EventInHand> all = read.stream().map(EventInHand::anew).toList();
        return known(all)
                .delayUntil(known -> process(without(all, known)))
                .map(known ->
                        all.stream()
                                .map(event -> known.getOrDefault(event, event.answer()))
                                .toList());
    }

    /** Locks the transactions; only an event whose number was used before can be a repetition. */
    private Mono<Map<EventInHand, TransactionEventResponse>> known(List<EventInHand> all) {
        return transactions
                .lock(all.stream().map(EventInHand::key).toList())
                .flatMap(states -> {
                    all.forEach(event -> event.continues(states.get(event.key())));
                    List<EventInHand> numbered =
                            all.stream().filter(EventInHand::isConflicting).toList();
                    return numbered.isEmpty() ? Mono.just(Map.of()) : events.answersTo(numbered);
                });
    }

    private static List<EventInHand> without(
            List<EventInHand> all, Map<EventInHand, TransactionEventResponse> known) {
        return all.stream().filter(event -> !known.containsKey(event)).toList();
    }

    private Mono<Void> process(List<EventInHand> fresh) {
        return fresh.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(steps)
                        .concatMap(step -> step.apply(fresh))
                        .then(Mono.defer(() -> Writes.later(events.add(fresh))));
    }
}
