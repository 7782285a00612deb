/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What came of a load.
 *
 * @param latencies in nanoseconds, of what succeeded
 * @param nanos how long it took
 * @param errors answers that are no success, and lost connections
 * @param firstError one of them
 */
public record Measured(Histogram latencies, long nanos, long errors, @Nullable String firstError) {

    /** One after the other, as one. */
    public static Measured together(List<Measured> parts) {
        Histogram latencies = new Histogram(3);
        parts.forEach(part -> latencies.add(part.latencies));
        return new Measured(
                latencies,
                parts.stream().mapToLong(Measured::nanos).sum(),
                parts.stream().mapToLong(Measured::errors).sum(),
                parts.stream()
                        .map(Measured::firstError)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** What succeeded. */
    public long count() {
        return latencies.getTotalCount();
    }

    /** The same per second. */
    public double rate() {
        return count() * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    /** A percentile of the latency in milliseconds. */
    public double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }
}
