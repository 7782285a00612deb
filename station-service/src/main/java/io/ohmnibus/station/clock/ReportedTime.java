/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The time a station gives next to the time it was received. Neither is ever rewritten; where the
 * station's clock cannot be right, the other one decides what is newer (pain 12, A33).
 */
public record ReportedTime(Instant reported, Instant received) {

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BEHIND = Duration.ofDays(30);
    private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEWEST = Instant.parse("9999-12-31T23:59:59Z");

    public ReportedTime {
        if (reported.isBefore(OLDEST)) {
            reported = OLDEST;
        } else if (reported.isAfter(NEWEST)) {
            reported = NEWEST;
        }
    }

    /** Whether the station's clock cannot be right: ahead of ours, or longer ago than a queue. */
    public boolean suspect() {
        return reported.isAfter(received.plus(AHEAD)) || reported.isBefore(received.minus(BEHIND));
    }

    /** The time by which reports of one place are put in order. */
    public Instant order() {
        return suspect() ? received : reported;
    }
}
