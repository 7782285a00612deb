/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What orders the connections of stations: milliseconds by that clock of all instances that is
 * furthest ahead. An instance whose own clock is behind follows what it hears of the others, by its
 * own timer, so that two instances differ by no more than a record takes from one to the other,
 * however far apart their clocks are.
 */
@Component
public final class FleetClock {

    private final Clock clock;
    private final LongSupplier timer;

    /** The clock that is furthest ahead, less our timer. */
    private final AtomicLong lead = new AtomicLong(Long.MIN_VALUE / 2);

    @Autowired
    FleetClock(Clock clock) {
        this(clock, () -> System.nanoTime() / 1_000_000);
    }

    /**
     * @param timer milliseconds since any moment; never goes back
     */
    FleetClock(Clock clock, LongSupplier timer) {
        this.clock = clock;
        this.timer = timer;
    }

    /** The time of our own clock, to tell the others. */
    Instant own() {
        return clock.instant();
    }

    /** Another instance tells its time. */
    void heard(Instant theirs) {
        lead.accumulateAndGet(theirs.toEpochMilli() - timer.getAsLong(), Math::max);
    }

    /** The time of all. */
    public long millis() {
        return Math.max(clock.millis(), timer.getAsLong() + lead.get());
    }
}
