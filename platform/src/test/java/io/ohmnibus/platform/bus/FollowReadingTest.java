/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;

class FollowReadingTest {

    private static final TopicPartition PARTITION = new TopicPartition("t", 0);

    /** Consumers in turn. */
    private record Script(Queue<MockConsumer<String, byte[]>> consumers)
            implements ConsumerFactory<String, byte[]> {

        @Override
        public Consumer<String, byte[]> createConsumer(
                @Nullable String group,
                @Nullable String prefix,
                @Nullable String suffix,
                @Nullable Properties overrides) {
            return consumers.remove();
        }

        @Override
        public boolean isAutoCommit() {
            return false;
        }
    }

    /** Finds the partition at its end, and later cannot ask where that is. */
    private static final class Failing extends MockConsumer<String, byte[]> {

        Failing() {
            super("earliest");
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, 5L));
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(
                Collection<TopicPartition> partitions, Duration limit) {
            throw new TimeoutException("no broker");
        }
    }

    private static MockConsumer<String, byte[]> afterTheOutage() {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 7L));
        consumer.schedulePollTask(() -> {
            for (long offset = 0; offset < 7; offset++) {
                consumer.addRecord(
                        new ConsumerRecord<>("t", 0, offset, String.valueOf(offset), new byte[0]));
            }
        });
        return consumer;
    }

    @Test
    void losesNothingThatCameWhileTheBrokersCouldNotBeReached() {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        var consumers = new ArrayDeque<>(List.of(new Failing(), afterTheOutage()));
        var reading =
                FollowReading.fromEnd(
                        new Script(consumers),
                        "t",
                        0,
                        record -> Mono.fromRunnable(() -> seen.add(record.key())));
        try {
            reading.readToEnd().block(Duration.ofSeconds(30));
            assertThat(seen).containsExactly("5", "6");
        } finally {
            reading.close();
        }
    }
}
