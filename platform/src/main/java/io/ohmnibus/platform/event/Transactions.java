/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.observability.Traceparent;
import io.ohmnibus.platform.store.Writes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Work on messages of several stations in one transaction. What it owes to the bus is written in
 * one statement before the commit, each record on the trace of its station's message, and what it
 * keeps as {@link Writes} along with that.
 */
public record Transactions(TransactionalOperator operator, Outbox outbox) {

    /** A message that is worked on together with others. */
    public interface Traced {

        /** The key of its record. */
        String key();

        Traceparent trace();
    }

    /** The result of the work, which is committed. */
    public <T> Mono<T> run(List<? extends Traced> messages, Mono<T> work) {
        Map<String, Traceparent> traces = HashMap.newHashMap(messages.size());
        messages.forEach(one -> traces.put(one.key(), one.trace()));
        return run(work).contextWrite(context -> Journey.together(context, traces));
    }

    /** The same for work whose parts have contexts of their own, with the trace of each in it. */
    public <T> Mono<T> run(Mono<T> work) {
        return work.as(outbox::together).as(Writes::together).as(operator::transactional);
    }

    /**
     * Work on one piece, for many that may come at once: what waits is done one after the other in
     * one transaction, each in the context of who brought it.
     */
    public <W> Function<W, Mono<Void>> gathered(Function<W, Mono<Void>> work) {
        Gathering<Mono<Void>, Boolean> gathering =
                Gathering.effects(all -> run(Flux.concat(all).then()));
        return piece ->
                Mono.deferContextual(context ->
                                gathering.add(
                                        Mono.defer(() -> work.apply(piece)).contextWrite(context)))
                        .then();
    }
}
