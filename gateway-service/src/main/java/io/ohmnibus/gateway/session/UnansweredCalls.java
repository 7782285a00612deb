/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The CALLs of one connection that were not answered in time. Tells how long to wait for the next
 * one: longer for a station that answered too late (F28). And tells when a station is half dead
 * (pain 23): it still sends, but cannot be called any more.
 */
final class UnansweredCalls {

    /** A station that did not answer for so long might have. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    /** A station that is slower than that holds up its own commands too long. */
    private static final int MOST_TIMES = 4;

    private int inARow;
    private @Nullable String lastId;
    private long lastSentAt;
    private Duration slowest = Duration.ZERO;

    /** How long the next CALL may take: twice what the slowest late answer took, within limits. */
    synchronized Duration limit(Treatment treatment) {
        Duration usual = treatment.commandTimeout();
        Duration most = usual.multipliedBy(MOST_TIMES);
        Duration twice = slowest.multipliedBy(2);
        Duration wanted = twice.compareTo(usual) > 0 ? twice : usual;
        return wanted.compareTo(most) < 0 ? wanted : most;
    }

    synchronized void answered() {
        inARow = 0;
    }

    /** A CALL that had been given up is answered after all. */
    synchronized void answeredLate(String id) {
        inARow = 0;
        if (id.equals(lastId)) {
            Duration took = Duration.ofNanos(System.nanoTime() - lastSentAt);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
    }

    /** A CALL got no answer within a time; true when that was one too many. */
    synchronized boolean waited(String id, Duration time, Treatment treatment) {
        lastId = id;
        lastSentAt = System.nanoTime() - time.toNanos();
        Duration most = treatment.commandTimeout();
        Duration enough = most.compareTo(LONG_ENOUGH) < 0 ? most : LONG_ENOUGH;
        return time.compareTo(enough) >= 0 && ++inARow == treatment.maxUnansweredCalls();
    }
}
