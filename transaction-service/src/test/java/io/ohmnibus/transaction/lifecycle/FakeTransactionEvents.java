/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events in memory; the same content is the same event. */
final class FakeTransactionEvents implements TransactionEvents {

    private final List<EventInHand> kept = new ArrayList<>();

    @Override
    public Mono<Map<EventInHand, TransactionEventResponse>> answersTo(List<EventInHand> events) {
        return Flux.fromIterable(events)
                .flatMap(event ->
                        Flux.fromIterable(kept)
                                .filter(before -> before.key().equals(event.key()))
                                .filter(before ->
                                        before.content().hash().equals(event.content().hash()))
                                .next()
                                .map(before -> Map.entry(event, before.answer())))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> add(List<EventInHand> events) {
        return Mono.fromRunnable(() -> kept.addAll(events));
    }

    @Override
    public Flux<ReceivedEvent> of(TransactionKey key) {
        return Flux.defer(() -> {
            Set<Integer> seqNos = new HashSet<>();
            return Flux.fromIterable(kept)
                    .filter(event -> event.key().equals(key))
                    .filter(event -> seqNos.add(event.request().seqNo()))
                    .map(EventInHand::received);
        });
    }

    @Override
    public Flux<Kept> kept(TransactionKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<TransactionKey> transactions(
            String tenant, @Nullable String stationId, @Nullable TransactionKey after, int limit) {
        throw new UnsupportedOperationException();
    }

    int size() {
        return kept.size();
    }
}
