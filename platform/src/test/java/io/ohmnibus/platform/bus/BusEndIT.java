/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What becomes of records when a process ends. */
class BusEndIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final String key = UUID.randomUUID() + "/a";
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    private BusRecord record(String value) {
        return BusRecord.keyed(
                Topics.calls(Service.DER), key, value.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Test
    void sendsTheRestAndNothingAfterwards() {
        KafkaBus ending = TestBus.open();
        ending.offer(record("last"), () -> seen.add("lost"));
        ending.destroy();

        assertThatThrownBy(() -> ending.send(record("late")).block(LONG))
                .hasMessageContaining("closed");
        ending.offer(record("later"), () -> seen.add("told"));
        assertThat(seen).containsExactly("told");

        KafkaBus reading = TestBus.open();
        try {
            reading.group(
                    "end-" + key,
                    List.of(Topics.calls(Service.DER)),
                    record -> {
                        if (record.key().equals(key)) {
                            seen.add(new String(record.body(), StandardCharsets.UTF_8));
                        }
                        return Mono.empty();
                    });
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(seen).containsExactly("told", "last"));
        } finally {
            reading.destroy();
        }
    }
}
