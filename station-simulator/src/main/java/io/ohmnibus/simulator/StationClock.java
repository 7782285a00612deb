/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The station's own time, set by the CSMS when it is off by more than a second (B01.FR.06). */
final class StationClock {

    private static final Duration GOOD_ENOUGH = Duration.ofSeconds(1);

    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    StationClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().plus(ahead);
    }

    void synchronize(Instant currentTime) {
        var off = Duration.between(now(), currentTime);
        if (off.abs().compareTo(GOOD_ENOUGH) > 0) {
            ahead = ahead.plus(off);
        }
    }
}
