/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
import java.time.Instant;
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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Reads given partitions without a group, and remembers in memory how far it came. */
final class FollowReading extends PollLoop implements Followed {

    private static final Duration ASK_LIMIT = Duration.ofSeconds(5);

    private final String topic;
    private final Start start;
    private final BusListener listener;
    private final List<Integer> chosen;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Queue<MonoSink<Void>> asked = new ConcurrentLinkedQueue<>();
    private final List<Question> open = new ArrayList<>();
    private Map<TopicPartition, Long> behind = Map.of();
    private volatile boolean caughtUp;
    private volatile Set<Integer> partitions = Set.of();

    /** Where reading begins in the first life of this object, of partitions with these ends. */
    private interface Start {

        Map<TopicPartition, Long> offsets(
                Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends);
    }

    /** From what is committed, and each poll is before it is handled: at most once. */
    private static final Start COMMITTED = FollowReading::committed;

    /** Whether all up to these ends has been handled. */
    private record Question(MonoSink<Void> asker, Map<TopicPartition, Long> ends) {}

    private FollowReading(
            ConsumerFactory<String, byte[]> consumers,
            String topic,
            List<Integer> chosen,
            Start start,
            BusListener listener) {
        super(consumers, start == COMMITTED ? group(topic, chosen) : Map.of());
        this.topic = topic;
        this.chosen = chosen;
        this.start = start;
        this.listener = listener;
        start("follow-" + topic);
    }

    static FollowReading fromBeginning(
            ConsumerFactory<String, byte[]> consumers, String topic, BusListener listener) {
        return new FollowReading(
                consumers,
                topic,
                List.of(),
                (consumer, ends) -> consumer.beginningOffsets(ends.keySet()),
                listener);
    }

    static FollowReading fromEnd(
            ConsumerFactory<String, byte[]> consumers,
            String topic,
            int partition,
            BusListener listener) {
        return new FollowReading(consumers, topic, List.of(partition), (_, ends) -> ends, listener);
    }

    static FollowReading resumed(
            ConsumerFactory<String, byte[]> consumers,
            String topic,
            int partition,
            BusListener listener) {
        return new FollowReading(consumers, topic, List.of(partition), COMMITTED, listener);
    }

    static FollowReading since(
            ConsumerFactory<String, byte[]> consumers,
            String topic,
            Instant from,
            BusListener listener) {
        return new FollowReading(
                consumers,
                topic,
                List.of(),
                (consumer, ends) -> writtenSince(from, consumer, ends),
                listener);
    }

    /** A name to commit under; nobody ever joins that group. */
    private static Map<String, Object> group(String topic, List<Integer> chosen) {
        return Map.of(ConsumerConfig.GROUP_ID_CONFIG, topic + "." + chosen.getFirst());
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
        start.offsets(consumer, ends)
                .forEach((partition, offset) ->
                        consumer.seek(partition, next.computeIfAbsent(partition, _ -> offset)));
        behind = ends;
        partitions =
                assignment.stream()
                        .map(TopicPartition::partition)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** In the very first life there is nothing to resume. */
    private static Map<TopicPartition, Long> committed(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        consumer.committed(ends.keySet())
                .forEach((partition, known) -> {
                    if (known != null) {
                        offsets.put(partition, known.offset());
                    }
                });
        offsets.forEach(consumer::seek);
        consumer.commitSync();
        return offsets;
    }

    private static Map<TopicPartition, Long> writtenSince(
            Instant from, Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>(ends);
        times.replaceAll((_, _) -> from.toEpochMilli());
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        consumer.offsetsForTimes(times)
                .forEach((partition, first) -> {
                    if (first != null) {
                        offsets.put(partition, first.offset());
                    }
                });
        return offsets;
    }

    @Override
    void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll) {
        if (!poll.isEmpty()) {
            if (start == COMMITTED) {
                consumer.commitSync();
            }
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
        int askers = asked.size(); // those who ask later want to know of later ends
        if (askers > 0) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ASK_LIMIT);
            for (int i = 0; i < askers; i++) {
                open.add(new Question(asked.remove(), ends));
            }
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
