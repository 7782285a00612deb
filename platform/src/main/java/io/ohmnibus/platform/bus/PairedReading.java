/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
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
 * Reads tables and a stream with equal partition counts. The range assignor gives a member the same
 * partitions of all; a partition of the stream is paused until those of the tables have been read
 * up to where they ended on assignment.
 *
 * <p>Two members never handle a record both, whatever the one of them sleeps through: a record is
 * handled, also when it is tried again, only within six seconds after a commit that the group took,
 * and a member that is not heard of stays in the group for ten.
 */
final class PairedReading extends PollLoop {

    record Pair(Set<String> tables, String stream) {}

    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** How long after a commit the partitions are ours without doubt; less than a session. */
    private static final Duration OURS_FOR = Duration.ofSeconds(6);

    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(30);

    private static final int HANDLED_AT_ONCE = 100;

    private final Pair topics;
    private final PairedListener listener;
    private final Map<TopicPartition, Long> tableEnds = new HashMap<>();
    private final Map<TopicPartition, Long> unread = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
    private final Set<Integer> assigned = ConcurrentHashMap.newKeySet();
    private final Set<Integer> released = new HashSet<>();
    private volatile boolean caughtUp;
    private volatile long committedAt = System.nanoTime() - SESSION.toNanos();

    PairedReading(
            ConsumerFactory<String, byte[]> consumers,
            Map<String, Object> overrides,
            Pair topics,
            PairedListener listener,
            UnaryOperator<BusListener> safety) {
        super(consumers, withRanges(overrides));
        this.topics = topics;
        // inside: what is tried again may not be ours any more
        this.listener = listener.through(side -> safety.apply(record -> whileOurs(side, record)));
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
        tableEnds.clear();
        unread.clear();
        List.copyOf(assigned).forEach(this::lost);
        List<String> all = new ArrayList<>(topics.tables());
        all.add(topics.stream());
        consumer.subscribe(all, new Partitions(consumer));
    }

    @Override
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll) {
        for (String table : topics.tables()) {
            handle(consumer, poll.records(table), listener::onTable);
        }
        release(consumer);
        resume(poll);
        handle(consumer, poll.records(topics.stream()), listener::onStream);
        commit(consumer); // often: what is handled twice may be told twice
    }

    /** Tells of partitions in which records stood when they became ours. */
    private void resume(ConsumerRecords<String, byte[]> poll) {
        Set<Integer> partitions = new HashSet<>();
        long since = Long.MAX_VALUE;
        for (TopicPartition partition : poll.partitions()) {
            ConsumerRecord<String, byte[]> first = poll.records(partition).getFirst();
            Long end = unread.remove(partition);
            if (end != null && first.offset() < end) {
                partitions.add(partition.partition());
                since = Math.min(since, first.timestamp());
            }
        }
        if (!partitions.isEmpty()) {
            listener.resumes(partitions, Instant.ofEpochMilli(since)).block(RESUMED_WITHIN);
        }
    }

    private void handle(
            Consumer<String, byte[]> consumer,
            Iterable<ConsumerRecord<String, byte[]>> records,
            BusListener taker) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        records.forEach(all::add);
        for (int from = 0; from < all.size(); from += HANDLED_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + HANDLED_AT_ONCE));
            if (sinceCommit().compareTo(OURS_FOR.dividedBy(2)) > 0) {
                some.forEach(record -> handled.putIfAbsent(partition(record), next(record, 0)));
                commit(consumer);
            }
            Records.inKeyOrder(some, taker).block();
            some.forEach(record -> handled.put(partition(record), next(record, 1)));
        }
    }

    /**
     * After a pause of the whole process, or when the brokers were away, another member may long
     * have handled the record: the poll is given up, and the group asked anew.
     */
    private Mono<Void> whileOurs(BusListener taker, BusRecord record) {
        return sinceCommit().compareTo(OURS_FOR) > 0
                ? Mono.error(new NoLongerOurs())
                : taker.on(record);
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

    private void lost(int partition) {
        if (assigned.remove(partition)) {
            released.remove(partition);
            listener.lost(partition);
        }
    }

    private void release(Consumer<String, byte[]> consumer) {
        if (tableEnds.isEmpty()) {
            return;
        }
        tableEnds.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        for (Integer partition : List.copyOf(assigned)) {
            boolean behind =
                    tableEnds.keySet().stream().anyMatch(end -> end.partition() == partition);
            if (!behind && released.add(partition)) {
                listener.ready(partition).block();
                consumer.resume(List.of(new TopicPartition(topics.stream(), partition)));
            }
        }
        caughtUp = tableEnds.isEmpty();
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
            List<TopicPartition> streams =
                    partitions.stream()
                            .filter(partition -> partition.topic().equals(topics.stream()))
                            .toList();
            unread.putAll(consumer.endOffsets(streams));
            consumer.pause(streams);
            partitions.forEach(partition -> assigned.add(partition.partition()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                commit(consumer);
            } finally {
                forget(partitions);
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            handled.clear();
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            tableEnds.keySet().removeAll(partitions);
            unread.keySet().removeAll(partitions);
            for (TopicPartition partition : partitions) {
                lost(partition.partition());
            }
            caughtUp = false;
        }

        private List<TopicPartition> ofTable(Collection<TopicPartition> partitions) {
            return partitions.stream()
                    .filter(partition -> topics.tables().contains(partition.topic()))
                    .toList();
        }
    }
}
