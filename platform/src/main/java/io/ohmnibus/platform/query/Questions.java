/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.observability.Traceparent;
import io.ohmnibus.platform.ocpp.MessageTypes;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The questions of one type. They have places of their own, a bounded number of them, and wait for
 * each other only: what waits is answered together when the handler can do so.
 */
final class Questions<Q, A, P> {

    private record Asked<P>(String key, P content, Traceparent trace)
            implements Transactions.Traced {}

    private final Class<?> type;
    private final BatchQueryHandler<Q, A, P> handler;
    private final Transactions transactions;
    private final Gathering<Asked<P>, A> gathering;

    private Questions(
            Class<?> type,
            BatchQueryHandler<Q, A, P> handler,
            Transactions transactions,
            boolean oneByOne) {
        this.type = type;
        this.handler = handler;
        this.transactions = transactions;
        this.gathering =
                oneByOne
                        ? Gathering.oneByOne(asked -> answerAll(List.of(asked)).map(List::getFirst))
                        : Gathering.together(this::answerAll);
    }

    static Questions<?, ?, ?> of(QueryHandler<?, ?> handler, Transactions transactions) {
        Class<?> type = MessageTypes.typeOf(handler, QueryHandler.class);
        return handler instanceof BatchQueryHandler<?, ?, ?> batches
                ? new Questions<>(type, batches, transactions, false)
                : new Questions<>(type, new OneByOne<>(handler), transactions, true);
    }

    /** The name of the record that is asked. */
    String name() {
        return type.getSimpleName();
    }

    /** The answer as it goes to the bus; what the handler did is committed. */
    Mono<byte[]> answer(BusRecord question) {
        return Mono.deferContextual(context ->
                        handler.read(StationKey.parse(question.key()), query(question))
                                .map(content ->
                                        new Asked<>(question.key(), content, Journey.of(context)))
                                .flatMap(gathering::add))
                .map(BusJson::write);
    }

    // The cast holds: the handler was registered under the name of its own query type.
    @SuppressWarnings("unchecked")
    private Q query(BusRecord question) {
        return (Q) BusJson.read(question.body(), type);
    }

    private Mono<List<A>> answerAll(List<Asked<P>> asked) {
        return transactions.run(
                asked, handler.answerAll(asked.stream().map(Asked::content).toList()));
    }

    /** A handler that answers one question at a time. */
    private record OneByOne<Q, A>(QueryHandler<Q, A> handler)
            implements BatchQueryHandler<Q, A, Mono<A>> {

        @Override
        public Mono<Mono<A>> read(StationKey station, Q query) {
            return Mono.just(Mono.defer(() -> handler.answer(station, query)));
        }

        @Override
        public Mono<List<A>> answerAll(List<Mono<A>> questions) {
            return questions.getFirst().map(List::of);
        }
    }
}
