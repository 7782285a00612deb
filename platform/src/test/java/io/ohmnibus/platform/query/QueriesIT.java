/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.testing.TestPlatform;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Questions over the bus, from a service to itself. */
class QueriesIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final Duration LONG = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Answering.class)
    static class App {}

    record Ask(String how) {}

    record Told(String station, String what) {}

    record NobodyKnows() {}

    static final class Answering implements QueryHandler<Ask, Told> {

        private final Sinks.Empty<Void> gate = Sinks.empty();
        private final AtomicInteger attempts = new AtomicInteger();

        @Override
        public Mono<Told> answer(StationKey station, Ask query) {
            Mono<Told> told = Mono.just(new Told(station.toString(), query.how()));
            return switch (query.how()) {
                case "fail" -> Mono.error(new IllegalStateException("secret cause"));
                case "late" -> gate.asMono().then(told);
                case "again" ->
                        attempts.incrementAndGet() < 3
                                ? Mono.error(new TransientDataAccessResourceException("wait"))
                                : told;
                default -> told;
            };
        }
    }

    @BeforeAll
    static void start() {
        service = TestPlatform.run(App.class, Service.TARIFF);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Told ask(Object query, Duration limit) {
        return Objects.requireNonNull(
                service.getBean(Queries.class)
                        .ask(Service.TARIFF, STATION, query, Told.class, limit)
                        .block(LONG));
    }

    @Test
    void bringsTheAnswerBack() {
        assertThat(ask(new Ask("please"), LONG)).isEqualTo(new Told("default/CS-1", "please"));
    }

    @Test
    void failsWhenTheOwnerFailsWithoutItsCause() {
        assertThatThrownBy(() -> ask(new Ask("fail"), LONG))
                .isInstanceOf(QueryFailed.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void failsInTimeWhenNobodyAnswers() {
        assertThatThrownBy(() -> ask(new NobodyKnows(), Duration.ofSeconds(1)))
                .isInstanceOf(QueryFailed.class)
                .hasMessageContaining("in time");
    }

    @Test
    void dropsAnAnswerThatComesTooLate() {
        assertThatThrownBy(() -> ask(new Ask("late"), Duration.ofMillis(300)))
                .isInstanceOf(QueryFailed.class);
        service.getBean(Answering.class).gate.tryEmitEmpty();
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(ask(new Ask("next"), LONG).what()).isEqualTo("next"));
    }

    @Test
    void asksTheHandlerAgainWhileItsDatabaseIsAway() {
        assertThat(ask(new Ask("again"), LONG).what()).isEqualTo("again");
    }
}
