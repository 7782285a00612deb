/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.observability.Traceparent;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * The CALLs of one action. Each is read by itself; then it is handled in a transaction that keeps
 * its answer, together with those that wait as well when the handler can do so.
 *
 * <p>Actions do not wait for each other, so whatever else is going on, a BootNotification or an
 * Authorize is behind others of its kind only.
 */
final class ActionCalls<Q extends Request<A>, A extends Response, P> {

    /** A CALL on its way into a transaction. */
    private record Read<P>(IncomingMessage message, P content, Traceparent trace)
            implements Transactions.Traced {

        @Override
        public String key() {
            return message.record().key();
        }
    }

    private final BatchCallHandler<Q, A, P> handler;
    private final HandledCalls handled;
    private final Transactions transactions;
    private final Gathering<Read<P>, byte[]> gathering;

    private ActionCalls(
            BatchCallHandler<Q, A, P> handler,
            HandledCalls handled,
            Transactions transactions,
            boolean oneByOne) {
        this.handler = handler;
        this.handled = handled;
        this.transactions = transactions;
        this.gathering =
                oneByOne
                        ? Gathering.oneByOne(read -> answerAll(List.of(read)).map(List::getFirst))
                        : Gathering.together(this::answerAll);
    }

    static ActionCalls<?, ?, ?> of(
            CallHandler<?, ?> handler, HandledCalls handled, Transactions transactions) {
        return handler instanceof BatchCallHandler<?, ?, ?> batches
                ? new ActionCalls<>(batches, handled, transactions, false)
                : new ActionCalls<>(new OneByOne<>(handler), handled, transactions, true);
    }

    /** The payload of the CALLRESULT, which is committed. */
    Mono<byte[]> answer(IncomingMessage call) {
        return Mono.deferContextual(context ->
                handler.read(call.station(), request(call))
                        .map(content -> new Read<>(call, content, Journey.of(context)))
                        .flatMap(gathering::add));
    }

    // The cast holds: the handler was registered under the action of its own request type.
    @SuppressWarnings("unchecked")
    private Q request(IncomingMessage call) {
        return (Q) call.payload();
    }

    private Mono<List<byte[]>> answerAll(List<Read<P>> all) {
        return transactions.run(
                all, answeredBefore(all).flatMap(known -> handleOthers(all, known)));
    }

    /** One alone is handled first: that it is a repetition, which is rare, comes out in the end. */
    private Mono<Map<IncomingMessage, byte[]>> answeredBefore(List<Read<P>> all) {
        return all.size() == 1 || handler.knowsRepetitions()
                ? Mono.just(Map.of())
                : handled.answersTo(all.stream().map(Read::message).toList());
    }

    private Mono<List<byte[]>> handleOthers(List<Read<P>> all, Map<IncomingMessage, byte[]> known) {
        List<Read<P>> fresh =
                known.isEmpty()
                        ? all
                        : all.stream().filter(read -> !known.containsKey(read.message())).toList();
        if (fresh.isEmpty()) {
            return Mono.just(all.stream().map(read -> known.get(read.message())).toList());
        }
        return handle(fresh).map(answers -> merged(all, known, answers));
    }

    private Mono<List<byte[]>> handle(List<Read<P>> fresh) {
        return handler.handleAll(fresh.stream().map(Read::content).toList())
                .filter(answers -> answers.size() == fresh.size())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
                .map(answers -> written(fresh, answers))
                .delayUntil(answers -> remembered(fresh, answers));
    }

    private Mono<Void> remembered(List<Read<P>> calls, List<byte[]> answers) {
        return handler.knowsRepetitions()
                ? Mono.empty()
                : handled.remember(calls.stream().map(Read::message).toList(), answers);
    }

    private List<byte[]> written(List<Read<P>> calls, List<A> answers) {
        List<byte[]> payloads = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            OcppCodec codec = OcppCodec.of(calls.get(i).message().station().version(), Side.CSMS);
            payloads.add(codec.writePruned(answers.get(i)).payload());
        }
        return payloads;
    }

    /** The answers of all in their order: those known, and in between those just given. */
    private List<byte[]> merged(
            List<Read<P>> all, Map<IncomingMessage, byte[]> known, List<byte[]> given) {
        if (known.isEmpty()) {
            return given;
        }
        var next = given.iterator();
        return all.stream()
                .map(read -> {
                    byte[] before = known.get(read.message());
                    return before == null ? next.next() : before;
                })
                .toList();
    }

    /** A handler that takes one CALL at a time. */
    private record OneByOne<Q extends Request<A>, A extends Response>(CallHandler<Q, A> handler)
            implements BatchCallHandler<Q, A, Mono<A>> {

        @Override
        public Mono<Mono<A>> read(Station station, Q request) {
            return handler.prepare(station, request)
                    .map(prepared -> Mono.defer(() -> prepared.handle(station, request)));
        }

        @Override
        public Mono<List<A>> handleAll(List<Mono<A>> calls) {
            return calls.getFirst().map(List::of);
        }
    }
}
