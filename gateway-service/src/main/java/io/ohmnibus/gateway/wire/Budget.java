/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import java.time.Duration;

/**
 * How much one peer may do: so many in a period, evenly, and as many at once when it was quiet
 * before. Not for several threads.
 */
public final class Budget {

    private final long each;
    private final long credit;
    private long paidUntil;

    /**
     * @param burst how many it may do at once
     */
    public Budget(int count, Duration period, int burst) {
        this.each = period.toNanos() / count;
        this.credit = each * burst;
        this.paidUntil = System.nanoTime();
    }

    /** Takes some; the nanoseconds until they are within the budget, zero or less when they are. */
    public long take(int some, long now) {
        long from = paidUntil - now > 0 ? paidUntil : now;
        paidUntil = from + each * some;
        return paidUntil - now - credit;
    }

    /** Whether a peer that waits for the end of each delay could have to wait that long. */
    public boolean isAhead(long delay, int some) {
        return delay > 2 * each * some;
    }
}
