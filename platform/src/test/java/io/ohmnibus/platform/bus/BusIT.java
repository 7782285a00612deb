/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Groups, own partitions, tables and pairs on a real broker. */
class BusIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CALLS = Topics.calls(Service.TARIFF);

    @SuppressWarnings("NullAway.Init")
    private static KafkaBus bus;

    /** Groups and keys are of one test only; the topics are everybody's. */
    private final String test = UUID.randomUUID().toString();

    private final List<Reading> readings = new ArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() {
        bus = TestBus.open();
    }

    @AfterAll
    static void close() {
        bus.destroy();
    }

    @AfterEach
    void closeReadings() {
        readings.forEach(Reading::close);
    }

    private static void send(String topic, String key, String value) {
        bus.send(BusRecord.keyed(topic, key, value.getBytes(StandardCharsets.UTF_8), Map.of()))
                .block(LONG);
    }

    private void send(String station, String value) {
        send(CALLS, test + "/" + station, value);
    }

    private static String text(BusRecord record) {
        return new String(record.body(), StandardCharsets.UTF_8);
    }

    /** Only what this test sent. */
    private BusListener mine(BusListener listener) {
        return record -> record.key().startsWith(test) ? listener.on(record) : Mono.empty();
    }

    private Mono<Void> see(BusRecord record) {
        seen.add(text(record));
        return Mono.empty();
    }

    private Reading group(String topic, BusListener listener) {
        Reading reading = bus.group("group-" + test, List.of(topic), mine(listener));
        readings.add(reading);
        return reading;
    }

    private void awaitSeen(String... values) {
        await().atMost(LONG).untilAsserted(() -> assertThat(seen).containsExactly(values));
    }

    @Test
    void keepsTheOrderOfAKeyAndTheHeaders() {
        bus.send(BusRecord.keyed(CALLS, test + "/a", new byte[] {'1'}, Map.of("x", "ü")))
                .block(LONG);
        send("a", "2");
        send("a", "3");
        group(
                CALLS,
                record ->
                        Mono.delay(Duration.ofMillis(5))
                                .doOnNext(_ ->
                                        seen.add(
                                                text(record)
                                                        + record.headers().getOrDefault("x", "")))
                                .then());
        awaitSeen("1ü", "2", "3");
    }

    @Test
    void doesNotLetAFastKeyWaitForASlowOne() {
        Sinks.Empty<Void> slow = Sinks.empty();
        group(CALLS, record -> text(record).equals("slow") ? slow.asMono() : see(record));
        send("slow", "slow");
        send("slow", "behind");
        send("fast", "1");
        awaitSeen("1");
        send("fast", "2"); // of a later poll
        awaitSeen("1", "2");

        slow.tryEmitEmpty();
        awaitSeen("1", "2", "behind");
    }

    @Test
    void repeatsOnlyWhatWasNotHandledWithoutAGap() {
        Reading first =
                group(CALLS, record -> text(record).equals("stuck") ? Mono.never() : see(record));
        send("a", "before");
        awaitSeen("before");
        send("b", "stuck");
        send("c", "after");
        awaitSeen("before", "after");
        first.close();

        group(CALLS, this::see);
        // The three keys may be in different partitions; "before" must not come again with "stuck".
        await().atMost(LONG).untilAsserted(() -> assertThat(seen).contains("stuck"));
        assertThat(seen.stream().filter("before"::equals)).hasSize(1);
    }

    @Test
    void triesAgainWhatMayPass() {
        AtomicInteger attempts = new AtomicInteger();
        group(
                CALLS,
                record ->
                        attempts.incrementAndGet() < 3
                                ? Mono.error(new TimeoutException("no leader"))
                                : see(record));
        send("a", "1");
        send("a", "2");
        awaitSeen("1", "2");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void putsWhatCannotBeHandledAsideWithItsCause() { // F8
        List<BusRecord> letters = new CopyOnWriteArrayList<>();
        readings.add(
                bus.group(
                        "dlt-" + test,
                        List.of(Topics.deadLetters(CALLS)),
                        mine(record -> {
                            letters.add(record);
                            return Mono.empty();
                        })));
        group(
                CALLS,
                record ->
                        text(record).equals("bad")
                                ? Mono.error(new MalformedRecord("unreadable"))
                                : see(record));
        send("a", "bad");
        send("a", "good");

        awaitSeen("good");
        await().atMost(LONG).untilAsserted(() -> assertThat(letters).hasSize(1));
        assertThat(text(letters.getFirst())).isEqualTo("bad");
        assertThat(letters.getFirst().key()).isEqualTo(test + "/a");
        assertThat(letters.getFirst().headers())
                .containsEntry("dlt_topic", CALLS)
                .containsEntry("dlt_group", "group-" + test)
                .containsKey("dlt_partition")
                .hasEntrySatisfying("dlt_cause", cause -> assertThat(cause).contains("unreadable"));
    }

    @Test
    void takesNoMoreThanItMayHaveInHand() {
        KafkaBus small = TestBus.open(3);
        try {
            Sinks.Empty<Void> gate = Sinks.empty();
            AtomicInteger started = new AtomicInteger();
            for (int i = 0; i < 40; i++) {
                send("key" + i, "v" + i);
            }
            Reading reading =
                    small.group(
                            "small-" + test,
                            List.of(CALLS),
                            mine(record -> {
                                started.incrementAndGet();
                                return gate.asMono().then(see(record));
                            }));
            readings.add(reading);
            await().atMost(LONG).untilAsserted(() -> assertThat(started).hasValueGreaterThan(2));
            gate.tryEmitEmpty();
            await().atMost(LONG).untilAsserted(() -> assertThat(seen).hasSize(40));
        } finally {
            small.destroy();
        }
    }

    @Test
    void sharesAGroupAndLosesNothingWhenAMemberComesOrGoes() {
        Map<String, List<String>> byMember =
                Map.of("A", new CopyOnWriteArrayList<>(), "B", new CopyOnWriteArrayList<>());
        Reading a = group(CALLS, record -> member(byMember.get("A"), record));
        for (int i = 0; i < 100; i++) {
            send("s" + i % 10, "x" + i);
        }
        Reading b = group(CALLS, record -> member(byMember.get("B"), record));
        for (int i = 100; i < 200; i++) {
            send("s" + i % 10, "x" + i);
        }
        await().atMost(LONG).until(() -> b.partitions().size() == 2 && a.partitions().size() == 2);
        a.close();
        for (int i = 200; i < 300; i++) {
            send("s" + i % 10, "x" + i);
        }
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(
                                        byMember.values().stream()
                                                .flatMap(List::stream)
                                                .distinct()
                                                .count())
                                .isEqualTo(300));
    }

    private static Mono<Void> member(
            @org.jspecify.annotations.Nullable List<String> to, BusRecord record) {
        return Mono.delay(Duration.ofMillis(1))
                .doOnNext(_ -> {
                    if (to != null) {
                        to.add(text(record));
                    }
                })
                .then();
    }

    @Test
    void readsATableFromItsBeginningInEveryInstance() {
        send(Topics.BOOTS, test + "/a", "1");
        send(Topics.BOOTS, test + "/a", "2");
        Reading first = bus.table(Topics.BOOTS, mine(this::see));
        readings.add(first);
        await().atMost(LONG).until(first::caughtUp);
        assertThat(seen).endsWith("2");

        Reading second = bus.table(Topics.BOOTS, mine(this::see));
        readings.add(second);
        await().atMost(LONG).until(second::caughtUp);
        assertThat(seen.stream().filter("2"::equals)).hasSize(2);

        send(Topics.BOOTS, test + "/a", "3");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(seen.stream().filter("3"::equals)).hasSize(2));
    }

    @Test
    void goesOnBehindARecordOfATableThatCannotBeRead() {
        send(Topics.BOOTS, test + "/a", "bad");
        send(Topics.BOOTS, test + "/a", "good");
        Reading table =
                bus.table(
                        Topics.BOOTS,
                        mine(record ->
                                text(record).equals("bad")
                                        ? Mono.error(new MalformedRecord("unreadable"))
                                        : see(record)));
        readings.add(table);
        await().atMost(LONG).until(table::caughtUp);
        assertThat(seen).containsExactly("good");
    }

    @Test
    void readsAnOwnPartitionFromItsEnd() {
        BusRecord old = new BusRecord(Topics.REPLIES, 15, test + "/a", new byte[] {'0'}, Map.of());
        bus.send(old).block(LONG);
        Reading own = bus.own(Topics.REPLIES, 15, mine(this::see));
        readings.add(own);
        await().atMost(LONG).until(own::caughtUp);
        bus.send(new BusRecord(Topics.REPLIES, 15, test + "/a", new byte[] {'1'}, Map.of()))
                .block(LONG);
        awaitSeen("1");
    }
}
