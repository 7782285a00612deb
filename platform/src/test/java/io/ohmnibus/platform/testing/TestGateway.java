/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.testing;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import reactor.core.publisher.Mono;

/** The gateway as the bus sees it: publishes calls of stations and takes the replies. */
public final class TestGateway implements AutoCloseable {

    private static final AtomicInteger INSTANCES = new AtomicInteger();

    private final Bus bus;
    private final int partition = INSTANCES.getAndIncrement() % 16;
    private final List<BusRecord> replies = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<BusRecord>> waiting = new ConcurrentHashMap<>();
    private final Reading reading;

    public TestGateway(Bus bus) {
        this.bus = bus;
        this.reading = bus.own(Topics.REPLIES, partition, this::on);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(reading::caughtUp);
    }

    private Mono<Void> on(BusRecord reply) {
        replies.add(reply);
        CompletableFuture<BusRecord> asked = waiting.remove(reply.required(Headers.CORRELATION_ID));
        if (asked != null) {
            asked.complete(reply);
        }
        return Mono.empty();
    }

    /** A station nobody else uses. */
    public static String newStation() {
        return "CS-" + UUID.randomUUID();
    }

    /** Publishes a CALL with a new message id; the reply comes later. */
    public CompletableFuture<BusRecord> call(String station, Action action, String payload) {
        return call(station, action, UUID.randomUUID().toString(), payload);
    }

    public CompletableFuture<BusRecord> call(
            String station, Action action, String messageId, String payload) {
        return call(station, action, messageId, payload, Duration.ofSeconds(30));
    }

    /** The same with a time after which the station does not wait any more. */
    public CompletableFuture<BusRecord> call(
            String station, Action action, String messageId, String payload, Duration limit) {
        String correlation = UUID.randomUUID().toString();
        CompletableFuture<BusRecord> reply = new CompletableFuture<>();
        waiting.put(correlation, reply);
        Instant now = Instant.now();
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, correlation);
        headers.put(Headers.REPLY_TOPIC, Topics.REPLIES);
        headers.put(Headers.REPLY_PARTITION, Integer.toString(partition));
        headers.put(Headers.ACTION, action.wireName());
        headers.put(Headers.VERSION, "ocpp2.1");
        headers.put(Headers.MESSAGE_ID, messageId);
        headers.put(Headers.RECEIVED_AT, now.toString());
        headers.put(Headers.CONNECTION_ID, "connection-1");
        headers.put(Headers.DEADLINE, now.plus(limit).toString());
        bus.send(
                        BusRecord.keyed(
                                Topics.calls(action),
                                "default/" + station,
                                payload.getBytes(StandardCharsets.UTF_8),
                                headers))
                .block(Duration.ofSeconds(30));
        return reply;
    }

    /** The reply, at the latest after half a minute. */
    public static BusRecord reply(CompletableFuture<BusRecord> asked) {
        return asked.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    public static String text(BusRecord record) {
        return new String(record.body(), StandardCharsets.UTF_8);
    }

    /** All replies so far, in order. */
    public List<BusRecord> replies() {
        return List.copyOf(replies);
    }

    @Override
    public void close() {
        reading.close();
    }
}
