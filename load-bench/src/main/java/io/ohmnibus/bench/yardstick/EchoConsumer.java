/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.yardstick;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends the key of every request back; nothing else. */
final class EchoConsumer {

    static final String REQUESTS = "yardstick.requests";
    static final String REPLIES = "yardstick.replies";

    private static final Duration POLL = Duration.ofMillis(100);

    private EchoConsumer() {}

    /** Runs in a process of its own; the argument is the broker. */
    public static void main(String... arguments) {
        try (var consumer = consumer(arguments[0], REQUESTS);
                var producer = producer(arguments[0])) {
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<byte[], byte[]> request : consumer.poll(POLL)) {
                    var _ = producer.send(new ProducerRecord<>(REPLIES, request.key(), null));
                }
            }
        }
    }

    static KafkaProducer<byte[], byte[]> producer(String broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static KafkaConsumer<byte[], byte[]> consumer(String broker, String topic) {
        var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                broker,
                                "group.id",
                                topic,
                                "auto.offset.reset",
                                "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }
}
