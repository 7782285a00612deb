/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.type.GetDisplayMessagesStatusEnum;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.report.ReportState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list of the messages that a station holds, as far as it came.
 *
 * @param solicited false when nobody asked the station for it
 * @param requestedAt when it was asked for, or when its first part came
 * @param outcome how the station answered GetDisplayMessages, or why it did not; null before
 */
record DisplayReport(
        int requestId,
        DisplayCriteria criteria,
        boolean solicited,
        Instant requestedAt,
        @Nullable String outcome,
        @Nullable String outcomeInfo,
        Received received) {

    /**
     * What came.
     *
     * @param messages how many were in the parts
     * @param discardedParts beyond the limit, counted but not taken
     * @param ended whether the last part came
     */
    record Received(
            int parts,
            int messages,
            int discardedParts,
            boolean ended,
            @Nullable Instant lastPartAt) {}

    /** Whether it names all messages that were asked for, which may be none (O03.FR.06). */
    boolean complete() {
        return solicited && received.discardedParts == 0 && (received.ended || empty());
    }

    private boolean empty() {
        return GetDisplayMessagesStatusEnum.UNKNOWN.wireName().equals(outcome);
    }

    /** How far it is at a time, when it may pause so long between parts. */
    ReportState state(Instant now, Duration completeWithin) {
        if (received.discardedParts > 0) {
            return ReportState.PARTIAL;
        }
        if (received.ended || empty()) {
            return ReportState.COMPLETE;
        }
        if (received.parts == 0 && refused()) {
            return ReportState.REFUSED;
        }
        Instant last = received.lastPartAt;
        Instant newest = last == null ? requestedAt : last;
        if (newest.plus(completeWithin).isBefore(now)) {
            return ReportState.PARTIAL;
        }
        return received.parts == 0 ? ReportState.REQUESTED : ReportState.OPEN;
    }

    private boolean refused() {
        return outcome != null && !outcome.equals("Accepted") && !outcome.equals("TimedOut");
    }
}
