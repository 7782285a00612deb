/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * When CALLs leave for the brokers. One that comes now and then leaves at once. While they come
 * often, those of a few milliseconds leave together: a request costs the brokers, and everybody
 * behind them, more than the records in it.
 */
final class Departures {

    /** How long CALLs are held back at most. */
    static final Duration PACE = Duration.ofMillis(5);

    /** Within the pace; fewer do not wait for each other. */
    static final int OFTEN = 4;

    private static final long PACE_NANOS = PACE.toNanos();

    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private List<MonoSink<Void>> held = new ArrayList<>();

    /** When the current interval began; it ends after the pace. */
    private long began;

    private int come;
    private boolean often;

    Departures(Scheduler scheduler, LongSupplier nanoTime) {
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** Completes when a CALL may leave, in the order in which they came. */
    Mono<Void> next() {
        return Mono.create(call -> {
            if (!hold(call)) {
                call.success();
            }
        });
    }

    private synchronized boolean hold(MonoSink<Void> call) {
        long gone = nanoTime.getAsLong() - began;
        if (held.isEmpty() && gone >= PACE_NANOS) {
            begin(gone < 2 * PACE_NANOS);
            gone = 0;
        }
        come++;
        if (!often) {
            return false;
        }
        if (held.isEmpty()) {
            var _ = scheduler.schedule(this::depart, PACE_NANOS - gone, TimeUnit.NANOSECONDS);
        }
        held.add(call);
        return true;
    }

    private void begin(boolean rightBehind) {
        often = rightBehind && come >= OFTEN;
        come = 0;
        began = nanoTime.getAsLong();
    }

    private void depart() {
        List<MonoSink<Void>> all;
        synchronized (this) {
            all = held;
            held = new ArrayList<>(all.size());
            begin(true);
        }
        all.forEach(MonoSink::success);
    }
}
