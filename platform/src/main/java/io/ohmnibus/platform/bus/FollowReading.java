/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Reads given partitions without a group, and remembers in memory how far it came. */
final class FollowReading extends PollLoop implements Followed {

    private static final Duration ASK_LIMIT = Duration.ofSeconds(5);

    private final String topic;
    private final boolean fromBeginning;
    private final BusListener listener;
    private final List<Integer> chosen;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Queue<MonoSink<Void>> asked = new ConcurrentLinkedQueue<>();
    private final List<Question> open = new ArrayList<>();
    private Map<TopicPartition, Long> behind = Map.of();
    private volatile boolean caughtUp;
    private volatile Set<Integer> partitions = Set.of();

    /** Whether all up to these ends has been handled. */
    private record Question(MonoSink<Void> asker, Map<TopicPartition, Long> ends) {}

    private FollowReading(
            ConsumerFactory<String, byte[]> consumers,
            String topic,
            List<Integer> chosen,
            boolean fromBeginning,
            BusListener listener) {
        super(consumers, Map.of());
        this.topic = topic;
        this.chosen = chosen;
        this.fromBeginning = fromBeginning;
        this.listener = listener;
        start("follow-" + topic);
    }

    static FollowReading fromBeginning(
            ConsumerFactory<String, byte[]> consumers, String topic, BusListener listener) {
        return new FollowReading(consumers, topic, List.of(), true, listener);
    }

    static FollowReading fromEnd(
            ConsumerFactory<String, byte[]> consumers,
            String topic,
            int partition,
            BusListener listener) {
        return new FollowReading(consumers, topic, List.of(partition), false, listener);
    }

    @Override
    void open(Consumer<String, byte[]> consumer) {
        Collection<TopicPartition> assignment =
                chosen.isEmpty()
                        ? consumer.partitionsFor(topic).stream()
                                .map(info -> new TopicPartition(topic, info.partition()))
                                .toList()
                        : chosen.stream()
                                .map(partition -> new TopicPartition(topic, partition))
                                .toList();
        consumer.assign(assignment);
        Map<TopicPartition, Long> ends = consumer.endOffsets(assignment);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(assignment);
        for (TopicPartition partition : assignment) {
            long first =
                    fromBeginning
                            ? begins.getOrDefault(partition, 0L)
                            : ends.getOrDefault(partition, 0L);
            consumer.seek(partition, next.getOrDefault(partition, first));
        }
        behind = ends;
        partitions =
                assignment.stream()
                        .map(TopicPartition::partition)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll) {
        if (!poll.isEmpty()) {
            Records.inKeyOrder(poll, listener).block();
            for (TopicPartition partition : poll.partitions()) {
                next.put(partition, consumer.position(partition));
            }
        }
        if (!caughtUp) {
            caughtUp = reached(consumer, behind);
        }
        answer(consumer);
    }

    private void answer(Consumer<String, byte[]> consumer) {
        if (!asked.isEmpty()) {
            List<MonoSink<Void>> askers = new ArrayList<>();
            for (MonoSink<Void> asker = asked.poll(); asker != null; asker = asked.poll()) {
                askers.add(asker);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ASK_LIMIT);
            askers.forEach(asker -> open.add(new Question(asker, ends)));
        }
        open.removeIf(question -> {
            boolean handled = reached(consumer, question.ends());
            if (handled) {
                question.asker().success();
            }
            return handled;
        });
    }

    private static boolean reached(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public Mono<Void> readToEnd() {
        return Mono.create(asked::add);
    }

    @Override
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public Set<Integer> partitions() {
        return partitions;
    }
}
