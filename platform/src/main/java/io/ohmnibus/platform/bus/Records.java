/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Kafka's records as ours, and the order in which a poll of them is handled. */
final class Records {

    private static final int KEYS_SIDE_BY_SIDE = 256;

    private Records() {}

    static BusRecord in(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = HashMap.newHashMap(12);
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new BusRecord(
                record.topic(), record.partition(), key(record), record.value(), headers);
    }

    static String key(ConsumerRecord<String, byte[]> record) {
        return Objects.requireNonNullElse(record.key(), "");
    }

    static ProducerRecord<String, byte[]> out(BusRecord record) {
        ProducerRecord<String, byte[]> out =
                new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value());
        record.headers()
                .forEach((name, value) ->
                        out.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return out;
    }

    /**
     * Runs the listener over a poll: the records of one key in turn, different keys side by side.
     */
    static Mono<Void> inKeyOrder(
            Iterable<ConsumerRecord<String, byte[]>> poll, BusListener listener) {
        Map<String, List<BusRecord>> byKey = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : poll) {
            BusRecord in = in(record);
            byKey.computeIfAbsent(in.key(), key -> new ArrayList<>(2)).add(in);
        }
        return Flux.fromIterable(byKey.values())
                .flatMap(
                        sameKey -> Flux.fromIterable(sameKey).concatMap(listener::on).then(),
                        KEYS_SIDE_BY_SIDE)
                .then();
    }
}
