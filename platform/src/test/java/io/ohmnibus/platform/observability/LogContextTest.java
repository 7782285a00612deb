/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogContextTest {

    private final List<Map<String, String>> seen = new ArrayList<>();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    private void log() {
        seen.add(MDC.getCopyOfContextMap());
    }

    @Test
    void itIsThereWhereItIsPutAround() {
        LogContext.EMPTY
                .station("default/CS-1")
                .action("Heartbeat")
                .messageId("m1")
                .around(this::log);
        assertThat(seen)
                .containsExactly(
                        Map.of(
                                LogContext.STATION,
                                "default/CS-1",
                                LogContext.ACTION,
                                "Heartbeat",
                                LogContext.MESSAGE_ID,
                                "m1"));
    }

    @Test
    void itLeavesNothingBehindAndTakesNothingAway() {
        LogContext.EMPTY.station("default/CS-1").around(this::log);
        assertThat(MDC.get(LogContext.STATION)).isNull();

        MDC.put(LogContext.STATION, "outer");
        LogContext.EMPTY.station("inner").action("Reset").around(this::log);
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of(LogContext.STATION, "outer"));
    }
}
