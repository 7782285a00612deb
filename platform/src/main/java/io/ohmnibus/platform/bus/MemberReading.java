/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
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
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * One member of a consumer group. When a partition moves, what is being handled gets some time to
 * end, and the next owner repeats the rest; partitions that stay are not disturbed.
 */
final class MemberReading extends PollLoop {

    /** The group and what it reads. */
    record Subscription(String group, Collection<String> topics, BusListener listener) {}

    private static final Duration WHEN_FULL = Duration.ofMillis(5);

    /** For what is being handled when a partition moves or the reading ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How much may be handled behind a record that takes long: a crash repeats all of it. */
    private static final int WINDOW = 10;

    private final InFlight inFlight = new InFlight();
    private final int maxInFlight;
    private final Subscription subscription;
    private final Commits commits;
    private final Set<TopicPartition> assigned = ConcurrentHashMap.newKeySet();

    MemberReading(
            ConsumerFactory<String, byte[]> consumers,
            BusProperties kafka,
            Subscription subscription) {
        super(consumers, overrides(subscription.group()));
        this.maxInFlight = kafka.maxInFlight();
        this.subscription = subscription;
        this.commits = new Commits(kafka.commitInterval());
        start(subscription.group());
    }

    private static Map<String, Object> overrides(String group) {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        overrides.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return overrides;
    }

    @Override
    void open(Consumer<String, byte[]> consumer) {
        assigned.clear();
        inFlight.forgetAll();
        consumer.subscribe(subscription.topics(), new Partitions(consumer));
    }

    /** Lets partitions wait or go on; the poll goes on in any case, or we lose our membership. */
    @Override
    Duration patience(Consumer<String, byte[]> consumer) {
        boolean full = inFlight.size() >= maxInFlight;
        Set<TopicPartition> paused = consumer.paused();
        if (!full && paused.isEmpty() && inFlight.widest() < maxInFlight * WINDOW) {
            return super.patience(consumer);
        }
        Map<Boolean, List<TopicPartition>> waits =
                consumer.assignment().stream()
                        .collect(
                                Collectors.partitioningBy(partition ->
                                        full
                                                || inFlight.window(partition)
                                                        >= maxInFlight * WINDOW));
        consumer.pause(waits.getOrDefault(true, List.of()));
        consumer.resume(waits.getOrDefault(false, List.of()));
        return full ? WHEN_FULL : super.patience(consumer);
    }

    @Override
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll) {
        poll.forEach(record -> inFlight.add(record, subscription.listener()));
        inFlight.check();
        commits.sometimes(consumer, inFlight.handled());
    }

    @Override
    void leave(Consumer<String, byte[]> consumer) {
        inFlight.stop(consumer.assignment(), PATIENCE);
        commits.now(consumer, inFlight.handled());
        inFlight.forgetAll();
    }

    @Override
    public boolean caughtUp() {
        return !assigned.isEmpty();
    }

    @Override
    public Set<Integer> partitions() {
        return assigned.stream()
                .map(TopicPartition::partition)
                .collect(Collectors.toUnmodifiableSet());
    }

    private final class Partitions implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Partitions(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            assigned.addAll(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            inFlight.stop(partitions, PATIENCE);
            Map<TopicPartition, Long> handled = inFlight.handled();
            handled.keySet().retainAll(partitions);
            commits.now(consumer, handled);
            forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            inFlight.forget(partitions);
            commits.forget(partitions);
            partitions.forEach(assigned::remove);
        }
    }
}
