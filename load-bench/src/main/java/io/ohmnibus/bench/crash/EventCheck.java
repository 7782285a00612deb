/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.bench.crash.Book.Noted;
import io.ohmnibus.bench.crash.Book.TransactionName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Compares what was published for others with the stations' book. */
final class EventCheck {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOPIC = "events.transaction";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final List<String> ONCE = List.of("TransactionStarted", "TransactionEnded");

    /** One kind of news about one transaction. */
    private record News(String type, TransactionName key) {}

    private final String broker;
    private final Map<TransactionName, SortedMap<Integer, Noted>> book;
    private final Verdict verdict;
    private long records;

    EventCheck(String broker, Book book, Verdict verdict) {
        this.broker = broker;
        this.book = book.transactions();
        this.verdict = verdict;
    }

    /** Each has one id, by which who takes it twice sees that. */
    void run() {
        String missing = "starts and ends that were not published";
        String doubled = "starts and ends that were published under several ids";
        verdict.lookFor(missing);
        verdict.lookFor(doubled);
        Map<News, Set<String>> published = published();
        Set<News> expected = new HashSet<>();
        book.forEach((key, events) -> {
            expected.add(new News(ONCE.getFirst(), key));
            if (Book.ended(events)) {
                expected.add(new News(ONCE.getLast(), key));
            }
        });
        expected.stream()
                .filter(news -> !published.containsKey(news))
                .forEach(news -> verdict.fault(missing, news.toString()));
        published.forEach((news, ids) -> {
            if (ONCE.contains(news.type()) && ids.size() > 1) {
                verdict.fault(doubled, news + ": " + ids);
            }
        });
        long different = published.values().stream().mapToLong(Set::size).sum();
        verdict.figure("events published for others", different);
        verdict.figure("of them repeated under the same id", records - different);
    }

    private Map<News, Set<String>> published() {
        Map<News, Set<String>> published = new HashMap<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", broker),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC).stream()
                            .map(info -> new TopicPartition(TOPIC, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    records++;
                    published
                            .computeIfAbsent(news(record), _ -> new HashSet<>())
                            .add(header(record, "ce_id"));
                }
            }
        }
        return published;
    }

    private static News news(ConsumerRecord<String, String> record) {
        String station = record.key().substring(record.key().indexOf('/') + 1);
        String transaction = JSON.readTree(record.value()).path("transactionId").asString();
        return new News(header(record, "ce_type"), new TransactionName(station, transaction));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
