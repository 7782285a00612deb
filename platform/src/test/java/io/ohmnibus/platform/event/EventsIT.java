/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import static io.ohmnibus.platform.testing.TestGateway.newStation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.tariff.PriceChanged;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.testing.TestPlatform;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events from a transaction through the outbox and the bus to their consumers. */
class EventsIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    private final StationKey station = new StationKey("default", newStation());

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Consuming.class, Together.class, Choosy.class})
    static class App {}

    /** Keeps what it gets per station, in order; number 13 it cannot bear. */
    static final class Consuming implements EventConsumer<PriceChanged> {

        private final Map<StationKey, List<Integer>> seen = new ConcurrentHashMap<>();

        @Override
        public Mono<Void> on(EventMeta meta, PriceChanged event) {
            if (event.number() == 13) {
                return Mono.error(new IllegalStateException("not this one"));
            }
            seen.computeIfAbsent(meta.station(), _ -> new CopyOnWriteArrayList<>())
                    .add(event.number());
            return Mono.empty();
        }
    }

    /** Keeps what it gets, many at a time. */
    static final class Together implements BatchEventConsumer<PriceChanged> {

        private final DatabaseClient database;

        Together(DatabaseClient database) {
            this.database = database;
        }

        /** In a table, because a batch may be rolled back. */
        @Override
        public Mono<Void> onAll(List<Happened<PriceChanged>> happened) {
            return Flux.fromIterable(happened)
                    .concatMap(one ->
                            database.sql("insert into effects values (:station, :number)")
                                    .bind("station", one.meta().station().toString())
                                    .bind("number", one.event().number())
                                    .then())
                    .then();
        }
    }

    /** Takes what is above a thousand, and cannot bear 1313. */
    static final class Choosy implements BatchEventConsumer<PriceChanged> {

        @Override
        public boolean concerns(PriceChanged event) {
            return event.number() > 1000;
        }

        @Override
        public Mono<Void> onAll(List<Happened<PriceChanged>> happened) {
            return happened.stream().anyMatch(one -> one.event().number() == 1313)
                    ? Mono.error(new IllegalStateException("not this one"))
                    : Mono.empty();
        }
    }

    @BeforeAll
    static void start() {
        service = TestPlatform.run(App.class, Service.TARIFF);
        service.getBean(DatabaseClient.class)
                .sql("create table if not exists effects (station text, number integer)")
                .then()
                .block(LONG);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private List<Integer> seen() {
        return service.getBean(Consuming.class).seen.getOrDefault(station, List.of());
    }

    private void awaitSeen(List<Integer> numbers) {
        await().atMost(LONG).untilAsserted(() -> assertThat(seen()).isEqualTo(numbers));
    }

    private List<Integer> effects() {
        return texts("select cast(number as text) as text from effects where station = '%s'")
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> texts(String sql) {
        return Objects.requireNonNull(
                service.getBean(DatabaseClient.class)
                        .sql(sql.formatted(station))
                        .map(row -> Objects.requireNonNull(row.get("text", String.class)))
                        .all()
                        .collectList()
                        .block(LONG));
    }

    private Mono<Void> publish(int number) {
        return service.getBean(Events.class).publish(station, new PriceChanged(number));
    }

    private static <T> Mono<T> inTransaction(Mono<T> work) {
        return service.getBean(TransactionalOperator.class).transactional(work);
    }

    private static long waiting() {
        return Objects.requireNonNull(
                service.getBean(DatabaseClient.class)
                        .sql("select count(*) as n from outbox")
                        .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                        .one()
                        .block(LONG));
    }

    @Test
    void publishesInTheOrderOfTheTransactions() {
        List<Integer> numbers = IntStream.range(100, 300).boxed().toList();
        Flux.fromIterable(numbers)
                .concatMap(number -> inTransaction(publish(number)))
                .blockLast(LONG);
        awaitSeen(numbers);
        await().atMost(LONG).until(() -> waiting() == 0);
    }

    @Test
    void publishesNothingOfATransactionThatFails() {
        assertThatThrownBy(() ->
                        inTransaction(publish(1).then(Mono.error(new IllegalStateException("no"))))
                                .block(LONG))
                .hasMessage("no");
        inTransaction(publish(2)).block(LONG);
        awaitSeen(List.of(2));
    }

    @Test
    void publishesAfterARestartWhatWasCommittedBefore() {
        OutboxRelay relay = service.getBean(OutboxRelay.class);
        relay.stop();
        inTransaction(publish(1)).block(LONG);
        inTransaction(publish(2)).block(LONG);
        assertThat(waiting()).isEqualTo(2);
        relay.start();
        awaitSeen(List.of(1, 2));
    }

    @Test
    void writesWhatBelongsTogetherInItsOrder() {
        Outbox outbox = service.getBean(Outbox.class);
        List<Integer> numbers = IntStream.range(500, 550).boxed().toList();
        inTransaction(
                        outbox.together(
                                Flux.fromIterable(numbers)
                                        .concatMap(this::publish)
                                        .then(Mono.just(true))))
                .block(LONG);
        awaitSeen(numbers);
    }

    @Test
    void writesWhatIsOwedThoughNothingElseComesOfTheWork() {
        inTransaction(service.getBean(Outbox.class).together(publish(600))).block(LONG);
        awaitSeen(List.of(600));
    }

    @Test
    void goesOnBehindARecordThatNoBrokerTakesAndKeepsIt() {
        Outbox outbox = service.getBean(Outbox.class);
        BusRecord huge =
                BusRecord.keyed(
                        Topics.events(Service.TARIFF),
                        station.toString(),
                        new byte[2_000_000],
                        Map.of(Headers.TYPE, "PriceChanged"));
        inTransaction(publish(1).then(outbox.add(huge)).then(publish(2))).block(LONG);
        awaitSeen(List.of(1, 2));

        DatabaseClient database = service.getBean(DatabaseClient.class);
        await().atMost(LONG).until(() -> waiting() == 1);
        assertThat(
                        database.sql("delete from outbox where too_large returning key")
                                .map(row -> Objects.requireNonNull(row.get("key", String.class)))
                                .all()
                                .collectList()
                                .block(LONG))
                .containsExactly(station.toString());
    }

    @Test
    void givesAnEventThatComesTwiceOneEffect() {
        Map<String, String> headers = new HashMap<>();
        headers.put(OutboxEvents.ID, "event-of-" + station.stationId());
        headers.put(OutboxEvents.TIME, "2026-01-01T00:00:00Z");
        headers.put(Headers.TYPE, "PriceChanged");
        BusRecord record =
                BusRecord.keyed(
                        Topics.events(Service.TARIFF),
                        station.toString(),
                        BusJson.write(new PriceChanged(7)),
                        headers);
        Bus bus = service.getBean(Bus.class);
        bus.send(record).then(bus.send(record)).block(LONG);
        inTransaction(publish(8)).block(LONG);
        awaitSeen(List.of(7, 8));
    }

    @Test
    void letsAnEventThatFailsHarmNoneOfThoseThatComeWithIt() {
        List<StationKey> stations =
                IntStream.range(0, 60)
                        .mapToObj(_ -> new StationKey("default", newStation()))
                        .toList();
        Events events = service.getBean(Events.class);
        inTransaction(
                        Flux.range(0, 60)
                                .concatMap(number ->
                                        events.publish(
                                                stations.get(number), new PriceChanged(number)))
                                .then(Mono.just(true)))
                .block(LONG);

        var seen = service.getBean(Consuming.class).seen;
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(stations)
                                .filteredOn(seen::containsKey)
                                .isEqualTo(
                                        stations.stream()
                                                .filter(one -> !one.equals(stations.get(13)))
                                                .toList()));
    }

    @Test
    void givesEachConsumerItsEffectOnceThoughAnotherFails() {
        inTransaction(publish(1312).then(publish(1313)).then(publish(1314))).block(LONG);
        awaitSeen(List.of(1312, 1314));
        assertThat(effects()).containsExactly(1312, 1313, 1314);
    }

    @Test
    void remembersNothingOfAnEventForAConsumerThatItDoesNotConcern() {
        String marks =
                "select event_id as text from consumed_events where event_id like '%%Choosy'";
        int before = texts(marks).size();
        inTransaction(publish(700).then(publish(1700))).block(LONG);
        awaitSeen(List.of(700, 1700));
        assertThat(effects()).containsExactly(700, 1700);
        assertThat(texts(marks)).hasSize(before + 1);
    }

    @Test
    void remembersOnlyEventsThatMayComeAgain() {
        DatabaseClient database = service.getBean(DatabaseClient.class);
        database.sql(
                        """
                        insert into consumed_events (event_id, consumed_at)
                        values ('old', now() - interval '31 days'), ('new', now() - interval '29 days')
                        """)
                .then()
                .block(LONG);
        service.getBean(EventDispatcher.Once.class).forgetOld().block(LONG);
        assertThat(
                        database.sql(
                                        "select event_id from consumed_events"
                                                + " where event_id in ('old', 'new')")
                                .map(row ->
                                        Objects.requireNonNull(row.get("event_id", String.class)))
                                .all()
                                .collectList()
                                .block(LONG))
                .containsExactly("new");
    }

    @Test
    void goesOnBehindAnEventThatItsConsumerCannotBear() {
        inTransaction(publish(13)).block(LONG);
        inTransaction(publish(14)).block(LONG);
        awaitSeen(List.of(14));
    }
}
