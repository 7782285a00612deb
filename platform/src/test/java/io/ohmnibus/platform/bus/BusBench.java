/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.ocpp.Service;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How fast a group reads. Not part of the build: {@code ./mvnw -pl platform test -Dtest=BusBench}.
 */
class BusBench {

    private static final int RECORDS = 60_000;
    private static final int KEYS = 500;

    @Test
    void reads() throws InterruptedException {
        KafkaBus bus = TestBus.open();
        try {
            run(bus, "a handler that is done at once", RECORDS, _ -> Mono.empty());
            run(bus, "the same again", RECORDS, _ -> Mono.empty());
            run(bus, "2 ms per record", RECORDS, _ -> Mono.delay(Duration.ofMillis(2)).then());
            run(
                    bus,
                    "2 ms per record, one key of 500 takes 200 ms",
                    RECORDS / 2,
                    record ->
                            Mono.delay(Duration.ofMillis(record.key().endsWith("/7") ? 200 : 2))
                                    .then());
        } finally {
            bus.destroy();
        }
    }

    private static void run(KafkaBus bus, String name, int records, BusListener listener)
            throws InterruptedException {
        String topic = Topics.calls(Service.TARIFF);
        String marker = UUID.randomUUID().toString();
        byte[] value = new byte[1000];
        Flux.range(0, records)
                .flatMap(
                        i ->
                                bus.send(
                                        BusRecord.keyed(
                                                topic,
                                                "default/" + (i % KEYS),
                                                value,
                                                Map.of("bench", marker))),
                        1000)
                .then()
                .block();
        // All keys but the slow one: what matters is when the others are through.
        CountDownLatch left = new CountDownLatch(records - records / KEYS);
        long start = System.nanoTime();
        try (Reading _ =
                bus.group(
                        "bench-" + marker,
                        java.util.List.of(topic),
                        record ->
                                marker.equals(record.headers().get("bench"))
                                        ? listener.on(record)
                                                .doOnSuccess(_ -> {
                                                    if (!record.key().endsWith("/7")) {
                                                        left.countDown();
                                                    }
                                                })
                                        : Mono.empty())) {
            boolean done = left.await(120, TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%s: %,.0f records/s%s%n",
                    name,
                    (records - records / KEYS - left.getCount()) / seconds,
                    done ? "" : ", not all in two minutes");
        }
    }
}
