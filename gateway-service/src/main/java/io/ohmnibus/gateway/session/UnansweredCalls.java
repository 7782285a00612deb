/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells when a station is half dead (pain 23): it still sends, but cannot be called any more. */
final class UnansweredCalls {

    /** A station that did not answer for so long might have. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final AtomicInteger inARow = new AtomicInteger();

    void answered() {
        inARow.set(0);
    }

    /** A CALL got no answer within a time; true when that was one too many. */
    boolean waited(Duration time, Treatment treatment) {
        Duration most = treatment.commandTimeout();
        Duration enough = most.compareTo(LONG_ENOUGH) < 0 ? most : LONG_ENOUGH;
        return time.compareTo(enough) >= 0
                && inARow.incrementAndGet() == treatment.maxUnansweredCalls();
    }
}
