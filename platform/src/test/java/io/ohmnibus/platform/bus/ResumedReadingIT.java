/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A partition that one instance reads, life after life. */
class ResumedReadingIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private static KafkaBus bus;

    @BeforeAll
    static void open() {
        bus = TestBus.open();
    }

    @AfterAll
    static void close() {
        bus.destroy();
    }

    private static void send(String text) {
        bus.send(
                        new BusRecord(
                                Topics.GATEWAY_INBOX,
                                0,
                                "default/CS-1",
                                text.getBytes(StandardCharsets.UTF_8),
                                Map.of()))
                .block(LONG);
    }

    private static Followed read(List<String> into) {
        return bus.resumed(
                Topics.GATEWAY_INBOX,
                0,
                record -> {
                    into.add(new String(record.body(), StandardCharsets.UTF_8));
                    return Mono.empty();
                });
    }

    @Test
    void goesOnWhereTheEarlierLifeStopped() {
        List<String> first = new CopyOnWriteArrayList<>();
        try (Followed life = read(first)) {
            await().atMost(LONG).until(life::caughtUp);
            send("one");
            life.readToEnd().block(LONG);
            assertThat(first).containsExactly("one");
        }
        send("two");
        List<String> second = new CopyOnWriteArrayList<>();
        try (Followed life = read(second)) {
            life.readToEnd().block(LONG);
            assertThat(second).containsExactly("two");
            assertThat(life.caughtUp()).isTrue();
        }
    }
}
