/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.bench.report.Result;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CostsTest {

    private static final Costs BEFORE =
            new Costs(
                    Map.of("gateway", Duration.ofSeconds(2), "postgres", Duration.ofSeconds(1)),
                    Map.of("gateway", 5_000_000L, "postgres", 0L));

    private static final Costs AFTER =
            new Costs(
                    Map.of("gateway", Duration.ofMillis(2300), "postgres", Duration.ofMillis(1100)),
                    Map.of("gateway", 25_000_000L, "postgres", 0L));

    @Test
    void dividesWhatEachProcessSpentByTheMessages() {
        assertThat(AFTER.since(BEFORE, 1000))
                .containsOnly(
                        Map.entry(Result.CPU, 400.0),
                        Map.entry("CPU us gateway", 300.0),
                        Map.entry("CPU us postgres", 100.0),
                        Map.entry(Result.ALLOCATED, 20.0),
                        Map.entry("kB allocated gateway", 20.0));
    }

    @Test
    void dividesByOneWhenNothingWasAnswered() {
        assertThat(AFTER.since(BEFORE, 0)).containsEntry("CPU us gateway", 300_000.0);
    }
}
