/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** What stations send for a while, and what came of it. */
final class Load {

    private static final int DIGITS = 3;
    private static final AtomicLong RUNS = new AtomicLong();

    private final Traffic traffic;
    private final boolean closedLoop;
    private final String prefix = Long.toString(System.nanoTime(), 36) + RUNS.incrementAndGet();
    private final Recorder latencies = new Recorder(DIGITS);
    private final AtomicLong errors = new AtomicLong();
    private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();
    private volatile boolean ended;

    /**
     * @param closedLoop whether a station sends its next CALL when the last is answered; otherwise
     *     somebody says when
     */
    Load(Traffic traffic, boolean closedLoop) {
        this.traffic = traffic;
        this.closedLoop = closedLoop;
    }

    Traffic traffic() {
        return traffic;
    }

    String messageId(int station, long n) {
        return prefix + '-' + station + '-' + n;
    }

    /**
     * @param error the answer that is no success; null if it is one
     */
    void answered(LoadStation station, long nanos, @Nullable String error) {
        if (error == null) {
            latencies.recordValue(Math.max(1, nanos));
        } else {
            fail(error);
        }
        if (closedLoop && !ended) {
            station.due(System.nanoTime());
        }
    }

    void lost(LoadStation station) {
        fail("connection of " + station.id() + " lost");
    }

    private void fail(String error) {
        errors.incrementAndGet();
        firstError.compareAndSet(null, error);
    }

    /** No station sends on by itself. */
    void end() {
        ended = true;
    }

    /** Latencies in nanoseconds since the last call. */
    Histogram take() {
        return latencies.getIntervalHistogram();
    }

    long errors() {
        return errors.get();
    }

    /** What the first error was, for people. */
    @Nullable String firstError() {
        return firstError.get();
    }
}
