/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.type.GetDisplayMessagesStatusEnum;
import io.ohmnibus.station.asked.AskedReport;
import io.ohmnibus.station.display.DisplayCriteria;
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
        Received received)
        implements AskedReport {

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
        return solicited && received.discardedParts == 0 && whole();
    }

    private boolean empty() {
        return GetDisplayMessagesStatusEnum.UNKNOWN.wireName().equals(outcome);
    }

    @Override
    public boolean whole() {
        return received.ended || empty();
    }

    @Override
    public int parts() {
        return received.parts;
    }

    @Override
    public int discardedParts() {
        return received.discardedParts;
    }

    @Override
    public @Nullable Instant lastPartAt() {
        return received.lastPartAt;
    }
}
