/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class SoakTest {

    /** Ten seconds with that many answers, all after the same time. */
    private static Measured slice(int count, int millis) {
        Histogram latencies = new Histogram(3);
        latencies.recordValueWithCount(millis * 1_000_000L, count);
        return new Measured(latencies, Soak.SLICE.toNanos(), 1, "an error");
    }

    @Test
    void aShortRunHasALineForEachSlice() {
        List<Result> lines = Soak.lines("20 stations", List.of(slice(100, 5), slice(200, 50)));

        assertThat(lines)
                .extracting(Result::load)
                .containsExactly("20 stations, second 0 to 10", "20 stations, second 10 to 20");
        assertThat(lines)
                .extracting(line -> line.figures().get(Result.PER_SECOND))
                .containsExactly(10.0, 20.0);
        assertThat(lines.getLast().figures().get(Result.P50)).isBetween(49.9, 50.1);
    }

    @Test
    void aLongRunHasADozenLines() {
        List<Measured> slices = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            slices.add(slice(100, i + 1));
        }
        List<Result> lines = Soak.lines("20 stations", slices);

        assertThat(lines).hasSize(12);
        assertThat(lines.getLast().load()).isEqualTo("20 stations, second 330 to 360");
        assertThat(lines.getLast().figures()).contains(Map.entry(Result.PER_SECOND, 10.0));
        assertThat(lines.getLast().figures().get(Result.P50)).isBetween(34.9, 35.1);
        assertThat(lines.getLast().errors()).isEqualTo(3);
        assertThat(lines.getLast().firstError()).isEqualTo("an error");
    }
}
