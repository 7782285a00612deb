/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads a table and a stream with equal partition counts. The range assignor gives a member the
 * same partitions of both; a partition of the stream is paused until that of the table has been
 * read up to where it ended on assignment.
 */
final class PairedReading extends PollLoop {

    record Pair(String table, String stream) {}

    private static final long COMMIT_EVERY_NANOS = 500_000_000L;

    private final Pair topics;
    private final PairedListener listener;
    private final Map<TopicPartition, Long> tableEnds = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
    private final Set<Integer> assigned = ConcurrentHashMap.newKeySet();
    private volatile boolean caughtUp;
    private long committedAt;

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
        return all;
    }

    @Override
    void open(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(topics.table(), topics.stream()), new Partitions(consumer));
    }

    @Override
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll) {
        Records.inKeyOrder(poll.records(topics.table()), listener::onTable).block();
        release(consumer);
        Records.inKeyOrder(poll.records(topics.stream()), listener::onStream).block();
        for (TopicPartition partition : poll.partitions()) {
            if (partition.topic().equals(topics.stream())) {
                handled.put(partition, new OffsetAndMetadata(consumer.position(partition)));
            }
        }
        if (!handled.isEmpty() && System.nanoTime() - committedAt > COMMIT_EVERY_NANOS) {
            consumer.commitAsync(Map.copyOf(handled), null);
            handled.clear();
            committedAt = System.nanoTime();
        }
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

    private void commit(Consumer<String, byte[]> consumer) {
        if (!handled.isEmpty()) {
            consumer.commitSync(Map.copyOf(handled));
            handled.clear();
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
