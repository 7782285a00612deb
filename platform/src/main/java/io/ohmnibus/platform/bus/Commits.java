/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what is handled now and then: handlers are idempotent, and a commit for every poll costs
 * 40 % of the throughput.
 */
final class Commits {

    private static final Logger log = LoggerFactory.getLogger(Commits.class);

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final long intervalNanos;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private long lastTime = System.nanoTime();

    Commits(Duration interval) {
        this.intervalNanos = interval.toNanos();
    }

    /** Commits without waiting when it is time. */
    void sometimes(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> handled) {
        if (System.nanoTime() - lastTime < intervalNanos) {
            return;
        }
        lastTime = System.nanoTime();
        Map<TopicPartition, OffsetAndMetadata> news = news(handled);
        if (!news.isEmpty()) {
            consumer.commitAsync(
                    news,
                    (offsets, failure) -> {
                        if (failure == null) {
                            offsets.forEach((partition, offset) ->
                                    committed.put(partition, offset.offset()));
                        } else {
                            log.debug("offsets are committed next time", failure);
                        }
                    });
        }
    }

    /** Commits and waits; when it fails the next owner repeats some records. */
    void now(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> handled) {
        Map<TopicPartition, OffsetAndMetadata> news = news(handled);
        if (!news.isEmpty()) {
            try {
                commit(consumer, news);
            } catch (KafkaException failure) {
                log.info("some records will be repeated: {}", failure.toString());
            }
        }
    }

    /** Whoever closes the reading wakes it up once, and must not cost it what it has handled. */
    private static void commit(
            Consumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> news) {
        try {
            consumer.commitSync(news, LIMIT);
        } catch (WakeupException _) {
            consumer.commitSync(news, LIMIT);
        }
    }

    /** Forgets partitions that others may commit from now on. */
    void forget(Collection<TopicPartition> partitions) {
        committed.keySet().removeAll(partitions);
    }

    private Map<TopicPartition, OffsetAndMetadata> news(Map<TopicPartition, Long> handled) {
        Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
        handled.forEach((partition, offset) -> {
            if (!offset.equals(committed.get(partition))) {
                news.put(partition, new OffsetAndMetadata(offset));
            }
        });
        return news;
    }
}
