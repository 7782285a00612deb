/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.Station;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events in memory; the same request is the same event. */
final class FakeTransactionEvents implements TransactionEvents {

    private record Kept(
            TransactionKey key,
            Station station,
            TransactionEventRequest event,
            TransactionEventResponse answer) {}

    private final List<Kept> kept = new ArrayList<>();

    @Override
    public Mono<TransactionEventResponse> answerTo(Station station, TransactionEventRequest event) {
        TransactionKey key = TransactionKey.of(station, event);
        return Flux.fromIterable(kept)
                .filter(entry -> entry.key.equals(key) && entry.event.equals(event))
                .map(Kept::answer)
                .next();
    }

    @Override
    public Mono<Void> add(
            Station station, TransactionEventRequest event, TransactionEventResponse answer) {
        return Mono.fromRunnable(() ->
                kept.add(new Kept(TransactionKey.of(station, event), station, event, answer)));
    }

    @Override
    public Flux<ReceivedEvent> of(TransactionKey key) {
        return Flux.defer(() -> {
            Set<Integer> seqNos = new HashSet<>();
            return Flux.fromIterable(kept)
                    .filter(entry -> entry.key.equals(key))
                    .filter(entry -> seqNos.add(entry.event.seqNo()))
                    .map(entry ->
                            new ReceivedEvent(entry.event, entry.station.call().receivedAt()));
        });
    }

    int size() {
        return kept.size();
    }
}
