/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A time from its beginning up to, and without, its end. */
record Period(Instant from, Instant to) {

    /** The history of connections is kept that long. */
    static final Duration LONGEST = Duration.ofDays(400);

    static final Duration USUAL = Duration.ofDays(30);

    Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    /**
     * What a caller asks for: the last 30 days unless said; nothing of it is in the future. Whole
     * microseconds, as the database knows times, or what lasts until now would end just before it.
     */
    static Period asked(@Nullable Instant from, @Nullable Instant to, Instant now) {
        Instant end = to == null || to.isAfter(now) ? now : to;
        if (end.isBefore(Instant.EPOCH) || (from != null && from.isBefore(Instant.EPOCH))) {
            throw Problem.badRequest("from", "is after 1970");
        }
        Instant begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end)) {
            throw Problem.badRequest("from", "is before to, and in the past");
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw Problem.badRequest("from", "is at most " + LONGEST.toDays() + " days before to");
        }
        return new Period(begin.truncatedTo(ChronoUnit.MICROS), end.truncatedTo(ChronoUnit.MICROS));
    }

    Duration length() {
        return Duration.between(from, to);
    }

    boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
