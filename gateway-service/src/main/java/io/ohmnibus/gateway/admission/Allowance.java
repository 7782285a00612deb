/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import java.util.function.LongSupplier;

/** So many at once, and then so many per second. */
final class Allowance {

    private final double perNano;
    private final int burst;
    private final LongSupplier nanos;
    private double left;
    private long lastAt;

    Allowance(double perSecond, int burst, LongSupplier nanos) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
        this.nanos = nanos;
        this.left = burst;
        this.lastAt = nanos.getAsLong();
    }

    /** Takes one, if there is one left. */
    synchronized boolean take() {
        long now = nanos.getAsLong();
        left = Math.min(burst, left + (now - lastAt) * perNano);
        lastAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
