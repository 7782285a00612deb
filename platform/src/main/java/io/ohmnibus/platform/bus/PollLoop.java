/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/** A thread that polls a consumer, and starts over with a new one when it fails. */
abstract class PollLoop implements Reading, Runnable {

    private static final Logger log = LoggerFactory.getLogger(PollLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final ConsumerFactory<String, byte[]> consumers;
    private final Properties overrides = new Properties();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> current;
    private volatile @Nullable Thread thread;

    PollLoop(ConsumerFactory<String, byte[]> consumers, Map<String, Object> overrides) {
        this.consumers = consumers;
        this.overrides.putAll(overrides);
    }

    /** Assigns or subscribes the new consumer. */
    abstract void open(Consumer<String, byte[]> consumer);

    /** Handles what a poll brought, which may be nothing. */
    abstract void handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> poll);

    /** How long the next poll may wait for records. */
    Duration patience(Consumer<String, byte[]> consumer) {
        return POLL;
    }

    /** Runs before the consumer is closed. */
    void leave(Consumer<String, byte[]> consumer) {}

    final void start(String name) {
        Thread started = Thread.ofPlatform().name(name).daemon().unstarted(this);
        thread = started;
        started.start();
    }

    @Override
    public final void run() {
        while (closing.getCount() > 0) {
            try (Consumer<String, byte[]> consumer =
                    consumers.createConsumer(group(), null, null, overrides)) {
                current = consumer;
                open(consumer);
                read(consumer);
                leave(consumer);
            } catch (WakeupException _) {
                log.debug("closing");
            } catch (RuntimeException failure) {
                log.warn("reading stopped, starting over in {}", PAUSE_AFTER_FAILURE, failure);
                pause();
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        while (closing.getCount() > 0) {
            ConsumerRecords<String, byte[]> poll;
            try {
                poll = consumer.poll(patience(consumer));
            } catch (WakeupException _) {
                return;
            }
            handle(consumer, poll);
        }
    }

    /** The factory takes the group as an argument only: among the properties it is not heard. */
    private @Nullable String group() {
        return overrides.getProperty(ConsumerConfig.GROUP_ID_CONFIG);
    }

    private void pause() {
        try {
            boolean closed = closing.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            log.debug("pause over, closed: {}", closed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public final void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        Consumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
