/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as REST shows it.
 *
 * @param selection what a custom report is limited to, as OCPP names it
 * @param state Requested, Refused, Open, Complete or Partial
 * @param solicited false when nobody asked the station for it
 * @param missing sequence numbers of parts that did not come though later ones did
 */
record ReportView(
        int requestId,
        @Nullable String reportBase,
        @JsonRawValue @Nullable String selection,
        boolean solicited,
        String state,
        @Nullable String outcome,
        @Nullable String outcomeInfo,
        int parts,
        int discardedParts,
        int variables,
        List<ReportAssembly.Range> missing,
        Instant requestedAt,
        @Nullable Instant lastPartAt) {

    static ReportView of(Report report, Instant now, Duration completeWithin) {
        ReportAssembly assembly = report.assembly();
        return new ReportView(
                report.requestId(),
                report.reportBase(),
                report.selection(),
                report.solicited(),
                report.state(now, completeWithin).text(),
                report.outcome(),
                report.outcomeInfo(),
                assembly.parts(),
                report.discardedParts(),
                report.variables(),
                assembly.missing(),
                report.requestedAt(),
                report.lastPartAt());
    }
}
