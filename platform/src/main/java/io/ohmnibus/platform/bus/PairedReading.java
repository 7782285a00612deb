/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;

/**
 * Reads a table and a stream with equal partition counts. The range assignor gives a member the
 * same partitions of both; a partition of the stream is paused until that of the table has been
 * read up to where it ended on assignment.
 *
 * <p>Two members never handle a record both, whatever the one of them sleeps through: a record is
 * handled only within six seconds after a commit that the group took, and a member that is not
 * heard of stays in the group for ten.
 */
final class PairedReading extends PollLoop {

    record Pair(String table, String stream) {}

    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);

    /** How long after a commit the partitions are ours without doubt; less than a session. */
    private static final Duration OURS_FOR = Duration.ofSeconds(6);

    private static final int HANDLED_AT_ONCE = 100;

    private final Pair topics;
    private final PairedListener listener;
    private final Map<TopicPartition, Long> tableEnds = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
    private final Set<Integer> assigned = ConcurrentHashMap.newKeySet();
    private volatile boolean caughtUp;
    private long committedAt = System.nanoTime() - SESSION.toNanos();

    PairedReading(
            ConsumerFactory<String, byte[]> consumers,
            Map<String, Object> overrides,
            Pair topics,
            PairedListener listener) {
        super(consumers, withRanges(overrides));
        this.topics = topics;
        this.listener = listener;
        start("paired-" + topics.stream());
    }

    private static Map<String, Object> withRanges(Map<String, Object> overrides) {
        Map<String, Object> all = new HashMap<>(overrides);
        all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        // as text: the factory hands them on as properties, and others are not heard
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, String.valueOf(SESSION.toMillis()));
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, String.valueOf(HEARTBEAT.toMillis()));
        return all;
    }

    @Override
    void open(Consumer<String, byte[]> consumer) {
        handled.clear();
        consumer.subscribe(List.of(topics.table(), topics.stream()), new Partitions(consumer));
    }

    @Override
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll) {
        Records.inKeyOrder(poll.records(topics.table()), listener::onTable).block();
        release(consumer);
        List<ConsumerRecord<String, byte[]>> stream = new ArrayList<>();
        poll.records(topics.stream()).forEach(stream::add);
        for (int from = 0; from < stream.size(); from += HANDLED_AT_ONCE) {
            int to = Math.min(stream.size(), from + HANDLED_AT_ONCE);
            handleStream(consumer, stream.subList(from, to));
        }
        if (!handled.isEmpty() && sinceCommit().compareTo(COMMIT_EVERY) > 0) {
            commit(consumer);
        }
    }

    private void handleStream(
            Consumer<String, byte[]> consumer, List<ConsumerRecord<String, byte[]>> records) {
        if (sinceCommit().compareTo(OURS_FOR.dividedBy(2)) > 0) {
            records.forEach(record -> handled.putIfAbsent(partition(record), next(record, 0)));
            commit(consumer);
        }
        Records.inKeyOrder(records, this::onStreamOfOurs).block();
        records.forEach(record -> handled.put(partition(record), next(record, 1)));
    }

    /**
     * After a pause of the whole process another member may long have handled the record: the poll
     * is given up, and the group asked anew.
     */
    private Mono<Void> onStreamOfOurs(BusRecord record) {
        return sinceCommit().compareTo(OURS_FOR) > 0
                ? Mono.error(new IllegalStateException("not sure that the partitions are ours"))
                : listener.onStream(record);
    }

    private Duration sinceCommit() {
        return Duration.ofNanos(System.nanoTime() - committedAt);
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static OffsetAndMetadata next(ConsumerRecord<String, byte[]> record, int step) {
        return new OffsetAndMetadata(record.offset() + step);
    }

    private void release(Consumer<String, byte[]> consumer) {
        if (tableEnds.isEmpty()) {
            return;
        }
        List<TopicPartition> ready = new ArrayList<>();
        tableEnds.forEach((partition, end) -> {
            if (consumer.position(partition) >= end) {
                ready.add(partition);
            }
        });
        for (TopicPartition partition : ready) {
            tableEnds.remove(partition);
            consumer.resume(List.of(streamOf(partition)));
        }
        caughtUp = tableEnds.isEmpty();
    }

    private TopicPartition streamOf(TopicPartition table) {
        return new TopicPartition(topics.stream(), table.partition());
    }

    @Override
    void leave(Consumer<String, byte[]> consumer) {
        commit(consumer);
    }

    /** Fails when the partitions are not ours any more: it is the proof that they are. */
    private void commit(Consumer<String, byte[]> consumer) {
        if (!handled.isEmpty()) {
            long before = System.nanoTime();
            consumer.commitSync(Map.copyOf(handled), OURS_FOR);
            handled.clear();
            committedAt = before;
        }
    }

    @Override
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public Set<Integer> partitions() {
        return Set.copyOf(assigned);
    }

    private final class Partitions implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Partitions(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            List<TopicPartition> tables = ofTable(partitions);
            consumer.seekToBeginning(tables);
            tableEnds.putAll(consumer.endOffsets(tables));
            consumer.pause(tables.stream().map(PairedReading.this::streamOf).toList());
            tables.forEach(table -> assigned.add(table.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(consumer);
            forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            handled.clear();
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            for (TopicPartition table : ofTable(partitions)) {
                tableEnds.remove(table);
                assigned.remove(table.partition());
                listener.lost(table.partition());
            }
            caughtUp = false;
        }

        private List<TopicPartition> ofTable(Collection<TopicPartition> partitions) {
            return partitions.stream()
                    .filter(partition -> partition.topic().equals(topics.table()))
                    .collect(Collectors.toList());
        }
    }
}
