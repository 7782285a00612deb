/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.store.TransientErrors;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Answers what other services ask this one, while they still wait for it. */
final class QueryDispatcher extends ContextReading {

    private static final Logger log = LoggerFactory.getLogger(QueryDispatcher.class);

    private final Service service;
    private final Bus bus;
    private final Measures measures;
    private final Map<String, Questions<?, ?, ?>> questions = new HashMap<>();

    QueryDispatcher(
            Service service,
            Bus bus,
            Transactions transactions,
            Measures measures,
            List<QueryHandler<?, ?>> handlers) {
        this.service = service;
        this.bus = bus;
        this.measures = measures;
        for (QueryHandler<?, ?> handler : handlers) {
            Questions<?, ?, ?> ofType = Questions.of(handler, transactions);
            if (questions.put(ofType.name(), ofType) != null) {
                throw new IllegalStateException("Two handlers answer " + ofType.name());
            }
        }
    }

    /** Counts and times by question and outcome. */
    record Measures(MeterRegistry registry, Clock clock) {

        private void answered(String type, String outcome, Instant since) {
            registry.timer("ohmnibus.queries", "query", type, "outcome", outcome)
                    .record(Duration.between(since, clock.instant()));
        }

        /** Askers that do not say how long they wait do so for ever. */
        private boolean isLate(BusRecord question) {
            String deadline = question.headers().get(Headers.DEADLINE);
            return deadline != null && clock.instant().isAfter(Instant.parse(deadline));
        }
    }

    private Mono<Void> on(BusRecord question) {
        String type = question.required(Headers.TYPE);
        Questions<?, ?, ?> ofType = questions.get(type);
        if (ofType == null) {
            throw new MalformedRecord("nobody answers " + type);
        }
        Instant since = measures.clock().instant();
        if (measures.isLate(question)) {
            log.warn("{} about {} came too late to be answered", type, question.key());
            measures.answered(type, "late", since);
            return Mono.empty();
        }
        return ofType.answer(question)
                .map(answer -> reply(question, Headers.ANSWERED, answer))
                .onErrorResume(
                        failure -> !TransientErrors.isTransient(failure),
                        failure -> {
                            log.error("{} about {} failed", type, question.key(), failure);
                            byte[] cause = failure.toString().getBytes(StandardCharsets.UTF_8);
                            return Mono.just(reply(question, Headers.REFUSED, cause));
                        })
                .doOnNext(reply -> measures.answered(type, reply.required(Headers.OUTCOME), since))
                .flatMap(bus::send);
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
        if (!questions.isEmpty()) {
            super.start();
        }
    }

    @Override
    protected Reading open() {
        return bus.group(service.id() + ".queries", List.of(Topics.queries(service)), this::on);
    }
}
