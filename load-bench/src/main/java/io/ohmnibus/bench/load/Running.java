/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** A load that goes on until it is closed. */
public final class Running implements AutoCloseable {

    private final Load load;
    private final Runnable stop;

    Running(Load load, Runnable stop) {
        this.load = load;
        this.stop = stop;
    }

    /** What is answered from now on for that long. */
    public Measured measure(Duration duration) {
        load.take();
        long errorsBefore = load.errors();
        long began = System.nanoTime();
        LockSupport.parkNanos(duration.toNanos());
        long nanos = System.nanoTime() - began;
        Histogram latencies = load.take();
        return new Measured(latencies, nanos, load.errors() - errorsBefore, load.firstError());
    }

    /** Lets it run without looking. */
    public void warmUp(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    /** Ends it; what is on its way is waited for a moment. */
    @Override
    public void close() {
        load.end();
        stop.run();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
}
