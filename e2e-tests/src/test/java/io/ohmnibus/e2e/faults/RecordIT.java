/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import static io.ohmnibus.e2e.faults.Wire.answers;
import static io.ohmnibus.e2e.faults.Wire.event;
import static io.ohmnibus.e2e.faults.Wire.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.simulator.Station;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Records that are no good: poisoned, too large, in the wrong order. */
@Isolated
@Tag("faults")
final class RecordIT {

    private static final Cluster CLUSTER = Cluster.shared();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CALLS = "ocpp.calls.transaction";

    @Test
    void aPoisonedRecordGoesToTheDeadLettersAndItsPartitionGoesOn() throws Exception { // F8
        try (Station station = CLUSTER.booted(0)) {
            String key = "default/" + station.id();
            int partition = poison(key, "poison of " + station.id());

            station.sendRaw(event("after-poison", 0, "Started"));
            await().atMost(LIMIT).until(() -> !answers(station, "after-poison-0").isEmpty());
            assertThat(answers(station, "after-poison-0").getFirst()).startsWith("[3,");

            assertThat(deadLetters())
                    .anySatisfy(letter ->
                            assertThat(letter)
                                    .contains("poison of " + station.id())
                                    .contains("dlt_topic=" + CALLS)
                                    .contains("dlt_partition=" + partition)
                                    .contains("dlt_cause="));
        }
    }

    @Test
    void aMessageThatIsTooLargeForARecordIsRefusedAndTheStationGoesOn() { // F12
        try (Station station = CLUSTER.booted(0)) {
            String head = "[2,\"large\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"";
            String tail = "\"}]";
            String data = "x".repeat(1024 * 1024 - head.length() - tail.length());
            station.sendRaw(head + data + tail);

            await().atMost(LIMIT).until(() -> !answers(station, "large").isEmpty());
            assertThat(answers(station, "large"))
                    .singleElement()
                    .asString()
                    .startsWith("[4,\"large\",");
            assertThat(station.raw(heartbeat("after-large"))).contains("currentTime");
        }
    }

    @Test
    void eventsThatComeInTheWrongOrderAreStoredAndHealWhenTheRestComes() { // F32
        try (Station station = CLUSTER.booted(0)) {
            for (int seqNo : new int[] {2, 0}) {
                send(station, seqNo);
            }
            assertThat(transaction(station)).isEqualTo("Ended|1");
            send(station, 1);
            assertThat(transaction(station)).isEqualTo("Ended|");
        }
    }

    private static void send(Station station, int seqNo) {
        String type = List.of("Started", "Updated", "Ended").get(seqNo);
        station.sendRaw(event("unordered", seqNo, type));
        await().atMost(LIMIT).until(() -> !answers(station, "unordered-" + seqNo).isEmpty());
        assertThat(answers(station, "unordered-" + seqNo).getFirst()).startsWith("[3,");
    }

    private static String transaction(Station station) {
        return CLUSTER.database()
                .rows(
                        "select state, gaps from transaction.transactions where station_id = ?",
                        station.id())
                .getFirst();
    }

    private static int poison(String key, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(CALLS, key, value))
                    .get(30, TimeUnit.SECONDS)
                    .partition();
        }
    }

    private static List<String> deadLetters() {
        try (var consumer =
                new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            Set<TopicPartition> partitions = Set.of(new TopicPartition(CALLS + ".dlt", 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return java.util.stream.StreamSupport.stream(
                            consumer.poll(Duration.ofSeconds(20)).spliterator(), false)
                    .map(record -> {
                        StringBuilder text = new StringBuilder(record.value());
                        record.headers()
                                .forEach(header ->
                                        text.append(' ')
                                                .append(header.key())
                                                .append('=')
                                                .append(
                                                        new String(
                                                                header.value(),
                                                                StandardCharsets.UTF_8)));
                        return text.toString();
                    })
                    .toList();
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + CLUSTER.kafka().port(), "acks", "all");
    }
}
