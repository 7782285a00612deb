/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.MessageTypes;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.TransientErrors;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Answers what other services ask this one. */
final class QueryDispatcher extends ContextReading {

    private static final Logger log = LoggerFactory.getLogger(QueryDispatcher.class);

    private record Registered(Class<?> type, QueryHandler<?, ?> handler) {}

    private final Service service;
    private final Bus bus;
    private final TransactionalOperator transaction;
    private final Map<String, Registered> handlers = new HashMap<>();

    QueryDispatcher(
            Service service,
            Bus bus,
            TransactionalOperator transaction,
            List<QueryHandler<?, ?>> handlers) {
        this.service = service;
        this.bus = bus;
        this.transaction = transaction;
        for (QueryHandler<?, ?> handler : handlers) {
            Class<?> type = MessageTypes.typeOf(handler, QueryHandler.class);
            Registered other =
                    this.handlers.put(type.getSimpleName(), new Registered(type, handler));
            if (other != null) {
                throw new IllegalStateException("Two handlers answer " + type.getSimpleName());
            }
        }
    }

    private Mono<Void> on(BusRecord question) {
        String type = question.required(Headers.TYPE);
        Registered registered = handlers.get(type);
        if (registered == null) {
            throw new MalformedRecord("nobody answers " + type);
        }
        Object query = BusJson.read(question.body(), registered.type());
        StationKey station = StationKey.parse(question.key());
        return answer(registered.handler(), station, query)
                .as(transaction::transactional)
                .map(BusJson::write)
                .map(answer -> reply(question, Headers.ANSWERED, answer))
                .onErrorResume(
                        failure -> !TransientErrors.isTransient(failure),
                        failure -> {
                            log.error("{} about {} failed", type, station, failure);
                            byte[] cause = failure.toString().getBytes(StandardCharsets.UTF_8);
                            return Mono.just(reply(question, Headers.REFUSED, cause));
                        })
                .flatMap(bus::send);
    }

    // The cast holds: the handler was registered under the name of its own query type.
    @SuppressWarnings("unchecked")
    private static <Q, A> Mono<A> answer(
            QueryHandler<Q, A> handler, StationKey station, Object query) {
        return handler.answer(station, (Q) query);
    }

    private static BusRecord reply(BusRecord question, String outcome, byte[] value) {
        return new BusRecord(
                question.required(Headers.REPLY_TOPIC),
                Integer.parseInt(question.required(Headers.REPLY_PARTITION)),
                question.key(),
                value,
                Map.of(
                        Headers.CORRELATION_ID,
                        question.required(Headers.CORRELATION_ID),
                        Headers.OUTCOME,
                        outcome));
    }

    @Override
    public void start() {
        if (!handlers.isEmpty()) {
            super.start();
        }
    }

    @Override
    protected Reading open() {
        return bus.group(service.id() + ".queries", List.of(Topics.queries(service)), this::on);
    }
}
