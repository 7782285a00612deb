/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import io.ohmnibus.station.display.DisplayCriteria;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as REST shows it.
 *
 * @param ids the messages that were asked for; absent when all were
 * @param state Requested, Refused, Open, Complete or Partial
 * @param solicited false when nobody asked the station for it
 */
record DisplayReportView(
        int requestId,
        @Nullable List<Integer> ids,
        @Nullable String priority,
        @Nullable String messageState,
        boolean solicited,
        String state,
        @Nullable String outcome,
        @Nullable String outcomeInfo,
        int parts,
        int messages,
        int discardedParts,
        Instant requestedAt,
        @Nullable Instant lastPartAt) {

    static DisplayReportView of(DisplayReport report, Instant now, Duration completeWithin) {
        DisplayCriteria criteria = report.criteria();
        MessagePriorityEnum priority = criteria.priority();
        MessageStateEnum state = criteria.state();
        DisplayReport.Received received = report.received();
        return new DisplayReportView(
                report.requestId(),
                criteria.ids(),
                priority == null ? null : priority.wireName(),
                state == null ? null : state.wireName(),
                report.solicited(),
                report.state(now, completeWithin).text(),
                report.outcome(),
                report.outcomeInfo(),
                received.parts(),
                received.messages(),
                received.discardedParts(),
                report.requestedAt(),
                received.lastPartAt());
    }
}
