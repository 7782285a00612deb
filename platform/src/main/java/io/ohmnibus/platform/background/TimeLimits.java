/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.background;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * For {@code timeout} of what every message does: thousands of limits run at a time, and hardly any
 * runs out. Setting and dropping one costs next to nothing; it may come a twentieth of a second
 * late.
 */
public final class TimeLimits implements Scheduler {

    public static final TimeLimits COARSE = new TimeLimits();

    private static final int TICK_MILLIS = 50;

    private final HashedWheelTimer wheel =
            new HashedWheelTimer(
                    Thread.ofPlatform().name("time-limits").daemon().factory(),
                    TICK_MILLIS,
                    TimeUnit.MILLISECONDS);

    private TimeLimits() {}

    /** What happens when the time is up does not hold up the wheel. */
    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return new Limit(wheel.newTimeout(_ -> schedule(task), delay, unit));
    }

    @Override
    public Disposable schedule(Runnable task) {
        return Schedulers.parallel().schedule(task);
    }

    @Override
    public Worker createWorker() {
        return Schedulers.parallel().createWorker();
    }

    private record Limit(Timeout timeout) implements Disposable {

        @Override
        public void dispose() {
            timeout.cancel();
        }

        @Override
        public boolean isDisposed() {
            return timeout.isCancelled() || timeout.isExpired();
        }
    }
}
