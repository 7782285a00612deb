/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.type.ReportData;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of one NotifyReport.
 *
 * @param last whether the station said that no more parts follow
 * @param variables how many entries it had
 */
record ReportPart(int seqNo, boolean last, int variables, Instant generatedAt, Instant receivedAt) {

    static ReportPart of(NotifyReportRequest request, Instant receivedAt) {
        List<ReportData> data = request.reportData();
        return new ReportPart(
                request.seqNo(),
                !Boolean.TRUE.equals(request.tbc()), // tbc is false when it is omitted
                data == null ? 0 : data.size(),
                request.generatedAt(),
                receivedAt);
    }
}
