/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LogContextTest {

    private static final StationKey STATION = new StationKey("default", "CS-1");

    @BeforeAll
    static void propagate() {
        Hooks.enableAutomaticContextPropagation(); // as spring.reactor.context-propagation=auto
    }

    @AfterAll
    static void stopPropagating() {
        Hooks.disableAutomaticContextPropagation();
    }

    @Test
    void itFollowsAChainFromThreadToThread() {
        String seen =
                Mono.delay(Duration.ofMillis(1))
                        .publishOn(Schedulers.parallel())
                        .map(_ -> MDC.get(LogContext.STATION) + " " + MDC.get(LogContext.ACTION))
                        .contextWrite(LogContext.EMPTY.action("Heartbeat"))
                        .contextWrite(LogContext.EMPTY.station(STATION).action("Outer"))
                        .block(Duration.ofSeconds(5));
        assertThat(seen).isEqualTo("default/CS-1 Heartbeat");
    }

    @Test
    void itLeavesNothingBehind() {
        Mono.fromSupplier(() -> MDC.get(LogContext.STATION))
                .contextWrite(LogContext.EMPTY.station(STATION))
                .block(Duration.ofSeconds(5));
        assertThat(MDC.get(LogContext.STATION)).isNull();
    }
}
