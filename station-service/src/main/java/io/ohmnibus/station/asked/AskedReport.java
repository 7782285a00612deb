/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.asked;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report that comes in parts, as far as it is there. */
public interface AskedReport {

    int requestId();

    /** When it was asked for, or when its first part came. */
    Instant requestedAt();

    /** How the station answered when it was asked, or why it did not; null before. */
    @Nullable String outcome();

    /** How many parts were taken. */
    int parts();

    /** Parts beyond the limit, counted but not taken. */
    int discardedParts();

    /** Null before the first one. */
    @Nullable Instant lastPartAt();

    /**
     * Whether nothing is missing of what the station told; it may have told that it has nothing.
     */
    boolean whole();

    /** How far it is at a time, when it may pause so long between parts. */
    default ReportState state(Instant now, Duration completeWithin) {
        if (discardedParts() > 0) {
            return ReportState.PARTIAL;
        }
        if (whole()) {
            return ReportState.COMPLETE;
        }
        String answer = outcome();
        if (parts() == 0
                && answer != null
                && !answer.equals("Accepted")
                && !answer.equals("TimedOut")) {
            return ReportState.REFUSED;
        }
        Instant last = lastPartAt();
        if ((last == null ? requestedAt() : last).plus(completeWithin).isBefore(now)) {
            return ReportState.PARTIAL;
        }
        return parts() == 0 ? ReportState.REQUESTED : ReportState.OPEN;
    }
}
