/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.testing.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.publisher.Flux;
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
    @Import({Answering.class, Counting.class})
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

    record Count(String how) {}

    /** Tells how many questions were answered together; "poison" harms itself alone. */
    static final class Counting implements BatchQueryHandler<Count, Told, Count> {

        private final Sinks.Empty<Void> gate = Sinks.empty();

        @Override
        public Mono<Count> read(StationKey station, Count query) {
            return Mono.just(query);
        }

        @Override
        public Mono<List<Told>> answerAll(List<Count> questions) {
            if (questions.contains(new Count("poison"))) {
                return Mono.error(new IllegalStateException("poisoned"));
            }
            Mono<Void> wait = questions.contains(new Count("wait")) ? gate.asMono() : Mono.empty();
            return wait.then(Mono.just(questions))
                    .map(all ->
                            all.stream().map(one -> new Told(one.how(), "" + all.size())).toList());
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

    private static Mono<Told> askOf(String station, Object query) {
        return service.getBean(Queries.class)
                .ask(Service.TARIFF, new StationKey("default", station), query, Told.class, LONG);
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
    void answersTogetherWhatWaits() {
        Counting counting = service.getBean(Counting.class);
        List<Mono<Told>> busy =
                List.of(askOf("CS-A", new Count("wait")), askOf("CS-B", new Count("wait")));
        List<Mono<Told>> waiting =
                IntStream.range(0, 20).mapToObj(i -> askOf("CS-" + i, new Count("w" + i))).toList();
        Mono<Told> poison = askOf("CS-P", new Count("poison"));
        var answers =
                Flux.merge(
                                Flux.merge(busy),
                                Flux.merge(waiting),
                                poison.onErrorReturn(
                                        QueryFailed.class, new Told("poison", "failed")),
                                Mono.delay(Duration.ofMillis(500))
                                        .doOnNext(_ -> counting.gate.tryEmitEmpty())
                                        .then(Mono.empty()))
                        .collectMap(Told::station, Told::what)
                        .block(LONG);

        assertThat(answers).hasSize(22).containsEntry("poison", "failed");
        assertThat(IntStream.range(0, 20).mapToObj(i -> answers.get("w" + i))).doesNotContainNull();
    }

    @Test
    void answersNothingThatNobodyWaitsForAnyMore() {
        Bus bus = service.getBean(Bus.class);
        MeterRegistry meters = service.getBean(MeterRegistry.class);
        bus.send(
                        BusRecord.keyed(
                                Topics.queries(Service.TARIFF),
                                STATION.toString(),
                                BusJson.write(new Ask("too late")),
                                Map.of(
                                        Headers.TYPE,
                                        "Ask",
                                        Headers.DEADLINE,
                                        Instant.now().minusSeconds(1).toString())))
                .block(LONG);

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(
                                        meters.find("ohmnibus.queries")
                                                .tags("query", "Ask", "outcome", "late")
                                                .timer())
                                .isNotNull());
    }

    @Test
    void asksTheHandlerAgainWhileItsDatabaseIsAway() {
        assertThat(ask(new Ask("again"), LONG).what()).isEqualTo("again");
    }
}
