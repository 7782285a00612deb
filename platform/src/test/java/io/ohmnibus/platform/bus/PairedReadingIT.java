/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The directory and the commands, read together by the members A and B. */
class PairedReadingIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int STATIONS = 20;

    @SuppressWarnings("NullAway.Init")
    private static KafkaBus bus;

    private final String test = UUID.randomUUID().toString();

    /** One member of the group, with its part of the table. */
    private final class Member implements PairedListener, AutoCloseable {

        private final Map<Integer, Map<String, String>> table = new ConcurrentHashMap<>();
        private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
        private final List<String> handled = new CopyOnWriteArrayList<>();
        private final Reading reading =
                bus.paired(
                        "paired-" + test,
                        List.of(Topics.CONNECTIONS, Topics.WAITING),
                        Topics.COMMANDS,
                        this);

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
        public Mono<Void> onStream(BusRecord record) {
            assertThat(ready).contains(record.partition());
            if (record.key().startsWith(test)) {
                handled.add(text(record) + "@" + rows(record).get(record.key()));
            }
            return Mono.empty();
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
                                Map.of()))
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
}
