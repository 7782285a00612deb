/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The directory and the commands, read together by the members A and B. */
class PairedReadingIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int STATIONS = 20;
    private static final int INBOX = 15;
    private static final String WHAT = "test_what";

    @SuppressWarnings("NullAway.Init")
    private static KafkaBus bus;

    private final String test = UUID.randomUUID().toString();

    /** One member of the group, with its part of the table. */
    private final class Member implements PairedListener, AutoCloseable {

        private final Map<Integer, Map<String, String>> table = new ConcurrentHashMap<>();
        private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
        private final List<String> handled = new CopyOnWriteArrayList<>();
        private final Map<Integer, Instant> resumed = new ConcurrentHashMap<>();
        private final AtomicInteger losses = new AtomicInteger();
        private volatile boolean brokersAreAway;
        private final BusListener next;
        private final Reading reading;

        Member() {
            this(_ -> Mono.empty());
        }

        Member(BusListener next) {
            this.next = next;
            this.reading =
                    bus.paired(
                            "paired-" + test,
                            List.of(Topics.CONNECTIONS, Topics.WAITING),
                            Topics.COMMANDS,
                            this);
        }

        @Override
        public Mono<Void> onTable(BusRecord record) {
            if (record.topic().equals(Topics.CONNECTIONS)) {
                rows(record).put(record.key(), text(record));
            }
            return Mono.empty();
        }

        @Override
        public Mono<Void> ready(int partition) {
            ready.add(partition);
            return Mono.empty();
        }

        @Override
        public Mono<Void> resumes(Set<Integer> partitions, Instant since) {
            assertThat(ready).containsAll(partitions);
            partitions.forEach(partition -> resumed.put(partition, since));
            return Mono.empty();
        }

        @Override
        public Mono<Void> onStream(BusRecord record) {
            assertThat(ready).contains(record.partition());
            if (!record.key().startsWith(test)) {
                return Mono.empty();
            }
            if (brokersAreAway) {
                return Mono.error(new TimeoutException("no broker"));
            }
            handled.add(record.required(WHAT) + "@" + rows(record).get(record.key()));
            return next.on(record);
        }

        private Map<String, String> rows(BusRecord record) {
            Integer partition = record.partition();
            assertThat(partition).isNotNull();
            return table.computeIfAbsent(partition, _ -> new ConcurrentHashMap<>());
        }

        @Override
        public void lost(int partition) {
            table.remove(partition);
            ready.remove(partition);
            losses.incrementAndGet();
        }

        Set<Integer> partitions() {
            return reading.partitions();
        }

        void leave() {
            reading.close();
        }

        @Override
        public void close() {
            leave();
        }
    }

    @BeforeAll
    static void open() {
        bus = TestBus.open();
    }

    @AfterAll
    static void close() {
        bus.destroy();
    }

    private static String text(BusRecord record) {
        return new String(record.body(), StandardCharsets.UTF_8);
    }

    private void send(String topic, int station, String value) {
        bus.send(
                        BusRecord.keyed(
                                topic,
                                test + "/" + station,
                                value.getBytes(StandardCharsets.UTF_8),
                                Map.of(WHAT, value)))
                .block(LONG);
    }

    private void sendAll(String topic, String value) {
        for (int station = 0; station < STATIONS; station++) {
            send(topic, station, value);
        }
    }

    @Test
    void handlesTheStreamOnlyAfterTheTableOfItsPartition() {
        sendAll(Topics.CONNECTIONS, "old");
        sendAll(Topics.CONNECTIONS, "new");
        sendAll(Topics.COMMANDS, "reset");
        try (Member a = new Member()) {
            await().atMost(LONG).untilAsserted(() -> assertThat(a.handled).hasSize(STATIONS));
            assertThat(a.handled).containsOnly("reset@new");
            assertThat(a.reading.caughtUp()).isTrue();
        }
    }

    @Test
    void tellsOfWhatStoodInTheStreamBeforeItIsHandled() {
        sendAll(Topics.CONNECTIONS, "here");
        Instant before = Instant.now();
        sendAll(Topics.COMMANDS, "early");
        try (Member a = new Member()) {
            await().atMost(LONG).untilAsserted(() -> assertThat(a.handled).hasSize(STATIONS));
            assertThat(a.resumed).isNotEmpty();
            assertThat(a.resumed.values()).allMatch(since -> since.isBefore(Instant.now()));
            a.resumed.clear();
            sendAll(Topics.COMMANDS, "late");
            await().atMost(LONG).untilAsserted(() -> assertThat(a.handled).hasSize(2 * STATIONS));
            assertThat(a.resumed).isEmpty();
        }
        List<String> seen = new CopyOnWriteArrayList<>();
        BusListener seeing =
                record -> {
                    if (record.key().startsWith(test)) {
                        seen.add(record.required(WHAT));
                    }
                    return Mono.empty();
                };
        bus.since(Topics.COMMANDS, before.minusSeconds(1), seeing).block(LONG);
        assertThat(seen).hasSize(2 * STATIONS).contains("early", "late");
        seen.clear();
        bus.since(Topics.COMMANDS, Instant.now().plusSeconds(60), seeing).block(LONG);
        assertThat(seen).isEmpty();
    }

    @Test
    void movesPartitionsOfBothTogether() {
        sendAll(Topics.CONNECTIONS, "here");
        try (Member a = new Member();
                Member b = new Member()) {
            await().atMost(LONG)
                    .until(() -> a.partitions().size() == 2 && b.partitions().size() == 2);
            Set<Integer> all = new HashSet<>(a.partitions());
            all.addAll(b.partitions());
            assertThat(all).hasSize(4);
            sendAll(Topics.COMMANDS, "first");
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(a.handled.size() + b.handled.size()).isEqualTo(STATIONS));
            assertThat(a.handled).isNotEmpty().containsOnly("first@here");
            assertThat(b.handled).isNotEmpty().containsOnly("first@here");

            b.leave();
            await().atMost(LONG).until(() -> a.partitions().size() == 4 && a.reading.caughtUp());
            a.handled.clear();
            sendAll(Topics.COMMANDS, "second");
            await().atMost(LONG).untilAsserted(() -> assertThat(a.handled).hasSize(STATIONS));
            assertThat(a.handled).containsOnly("second@here");
            assertThat(b.table).isEmpty();
        }
    }

    @Test // F1
    void asksTheGroupAnewBeforeItTriesAgainWhatTookLong() {
        sendAll(Topics.CONNECTIONS, "here");
        try (Member a = new Member()) {
            await().atMost(LONG).until(() -> a.partitions().size() == 4 && a.reading.caughtUp());
            a.brokersAreAway = true;
            sendAll(Topics.COMMANDS, "late");
            await("gives up what another may have done by now")
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(a.losses).hasPositiveValue());
            assertThat(a.handled).isEmpty();
            a.brokersAreAway = false;
            await().atMost(LONG).untilAsserted(() -> assertThat(a.handled).hasSize(STATIONS));
        }
    }

    @Test
    void leavesSealedWhatOnlyPassesThrough() {
        List<String> arrived = new CopyOnWriteArrayList<>();
        List<String> between = new CopyOnWriteArrayList<>();
        BusListener seeing =
                record -> {
                    if (record.key().startsWith(test)) {
                        arrived.add(text(record));
                    }
                    return Mono.empty();
                };
        BusListener passing =
                record -> {
                    between.add(text(record));
                    return bus.send(
                            new BusRecord(
                                    Topics.GATEWAY_INBOX,
                                    INBOX,
                                    record.key(),
                                    record.body(),
                                    record.headers()));
                };
        try (Reading inbox = bus.own(Topics.GATEWAY_INBOX, INBOX, seeing);
                Member router = new Member(passing)) {
            await().atMost(LONG).until(() -> inbox.caughtUp() && router.reading.caughtUp());
            send(Topics.COMMANDS, 0, "a secret");
            await().atMost(LONG).untilAsserted(() -> assertThat(arrived).contains("a secret"));
            assertThat(between).isNotEmpty().noneMatch(value -> value.contains("secret"));
        }
    }
}
