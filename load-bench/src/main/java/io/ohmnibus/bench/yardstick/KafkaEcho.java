/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.yardstick;

import io.ohmnibus.bench.deploy.Broker;
import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.load.Traffic;
import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.platform.test.process.ChildJvm;
import io.ohmnibus.platform.test.process.ServerProcess;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The same messages over Kafka and back, without WebSockets, services or database. */
public final class KafkaEcho {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PARTITIONS = 12;

    private final Traffic traffic = Traffics.transactionEvents();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private long sent;

    private KafkaEcho(String broker) {
        producer = EchoConsumer.producer(broker);
        consumer = EchoConsumer.consumer(broker, EchoConsumer.REPLIES);
    }

    /**
     * Measures with so many requests open at one time.
     *
     * @param folder an empty one, for the broker's data
     */
    public static Measured measure(Path folder, int open, Duration warmUp, Duration duration) {
        try (ServerProcess kafka = Broker.launch(folder).awaitReady()) {
            String broker = "127.0.0.1:" + kafka.port();
            createTopics(broker);
            try (ChildJvm _ = ChildJvm.start(EchoConsumer.class, List.of(broker))) {
                return new KafkaEcho(broker).run(open, warmUp, duration);
            }
        }
    }

    private static void createTopics(String broker) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(EchoConsumer.REQUESTS, PARTITIONS, (short) 1),
                                    new NewTopic(EchoConsumer.REPLIES, 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Measured run(int open, Duration warmUp, Duration duration) {
        try (producer;
                consumer) {
            for (int i = 0; i < open; i++) {
                send();
            }
            answer(warmUp);
            return answer(duration);
        }
    }

    /** Each reply is followed by a new request. */
    private Measured answer(Duration duration) {
        Histogram latencies = new Histogram(3);
        long began = System.nanoTime();
        long now = began;
        while (now - began < duration.toNanos()) {
            for (ConsumerRecord<byte[], byte[]> reply : consumer.poll(POLL)) {
                latencies.recordValue(System.nanoTime() - ByteBuffer.wrap(reply.key()).getLong());
                send();
            }
            now = System.nanoTime();
        }
        return new Measured(latencies, now - began, 0, null);
    }

    private void send() {
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array();
        sent++;
        byte[] message =
                traffic.call(0, sent, Long.toString(sent)).getBytes(StandardCharsets.UTF_8);
        var _ = producer.send(new ProducerRecord<>(EchoConsumer.REQUESTS, key, message));
    }
}
