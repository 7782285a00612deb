/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.observability.Traceparent;
import io.ohmnibus.platform.secret.Sealing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The bus over real brokers. */
final class KafkaBus implements Bus, DisposableBean {

    private static final Duration TO_SEND_THE_REST = Duration.ofSeconds(10);

    /** A quarter of the producer's buffer: the rest is for what must not be lost. */
    private static final long MOST_OFFERED = 8L << 20;

    private static final int OVERHEAD = 500;

    private final Producer<String, byte[]> producer;
    private final ConsumerFactory<String, byte[]> consumers;
    private final BusProperties properties;
    private final SealedRecords seals;
    private final AtomicLong offered = new AtomicLong();
    private final Queue<Reading> readings = new ConcurrentLinkedQueue<>();

    KafkaBus(
            Producer<String, byte[]> producer,
            ConsumerFactory<String, byte[]> consumers,
            BusProperties properties,
            Sealing sealing) {
        this.producer = producer;
        this.consumers = consumers;
        this.properties = properties;
        this.seals = new SealedRecords(sealing);
    }

    /**
     * Sees to it that all topics are there and that the producer knows them: it looks a topic up on
     * first use and blocks meanwhile, better now than on a socket. All at a time, for these are
     * questions that wait for the brokers.
     */
    void prepare() {
        new KafkaTopics(properties).create();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            KafkaTopics.names().stream()
                                    .map(topic ->
                                            CompletableFuture.runAsync(
                                                    () -> producer.partitionsFor(topic), threads))
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    @Override
    public Mono<Void> send(BusRecord record) {
        return Mono.deferContextual(context -> sent(record, Journey.of(context)))
                .publishOn(Schedulers.parallel());
    }

    private Mono<Void> sent(BusRecord record, Traceparent trace) {
        return Mono.create(sink -> {
            var out = traced(record, trace);
            var _ =
                    producer.send(
                            out,
                            (metadata, failure) -> {
                                if (failure == null) {
                                    sink.success();
                                } else {
                                    sink.error(
                                            failure instanceof RecordTooLargeException
                                                    ? new RecordTooLarge(failure)
                                                    : failure);
                                }
                            });
        });
    }

    @Override
    public void offer(BusRecord record, Runnable lost) {
        byte[] value = record.value();
        int size = OVERHEAD + (value == null ? 0 : value.length);
        if (offered.addAndGet(size) > MOST_OFFERED) {
            offered.addAndGet(-size);
            lost.run();
            return;
        }
        try {
            var _ =
                    producer.send(
                            traced(record, Traceparent.start()),
                            (metadata, failure) -> {
                                offered.addAndGet(-size);
                                if (failure != null) {
                                    lost.run();
                                }
                            });
        } catch (IllegalStateException _) { // closed
            offered.addAndGet(-size);
            lost.run();
        }
    }

    private ProducerRecord<String, byte[]> traced(BusRecord record, Traceparent trace) {
        var out = Records.out(seals.sealed(record));
        if (!record.headers().containsKey(Headers.TRACEPARENT)) {
            out.headers()
                    .add(Headers.TRACEPARENT, trace.toString().getBytes(StandardCharsets.UTF_8));
        }
        return out;
    }

    @Override
    public Reading group(String group, Collection<String> topics, BusListener listener) {
        var subscription =
                new MemberReading.Subscription(
                        group, topics, new SafeListener(this, group, seals.opening(listener)));
        return opened(
                new GroupReading(
                        Stream.generate(() ->
                                        new MemberReading(consumers, properties, subscription))
                                .limit(properties.consumers())
                                .toList()));
    }

    @Override
    public Followed own(String topic, int partition, BusListener listener) {
        return opened(
                FollowReading.fromEnd(
                        consumers, topic, partition, new LenientListener(seals.opening(listener))));
    }

    @Override
    public Followed resumed(String topic, int partition, BusListener listener) {
        return opened(
                FollowReading.resumed(
                        consumers, topic, partition, new LenientListener(seals.opening(listener))));
    }

    @Override
    public Mono<Void> since(String topic, Instant from, BusListener listener) {
        return Mono.using(
                () -> FollowReading.since(consumers, topic, from, new LenientListener(listener)),
                Followed::readToEnd,
                Reading::close);
    }

    @Override
    public Followed table(String topic, BusListener listener) {
        return opened(
                FollowReading.fromBeginning(
                        consumers, topic, new LenientListener(seals.opening(listener))));
    }

    @Override
    public Reading paired(
            String group, Collection<String> tables, String stream, PairedListener listener) {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return opened(
                new PairedReading(
                        consumers,
                        overrides,
                        new PairedReading.Pair(Set.copyOf(tables), stream),
                        listener,
                        side -> new SafeListener(this, group, side)));
    }

    private <R extends Reading> R opened(R reading) {
        readings.add(reading);
        return reading;
    }

    @Override
    public void destroy() {
        readings.forEach(Reading::close);
        producer.close(TO_SEND_THE_REST);
    }
}
