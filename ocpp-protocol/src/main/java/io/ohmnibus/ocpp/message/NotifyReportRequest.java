/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.ReportData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers a part of a report on the device model (B07, B08). */
public record NotifyReportRequest(
        int requestId,
        Instant generatedAt,
        @Items @Nullable List<ReportData> reportData,
        @Nullable Boolean tbc,
        @Range(min = 0, since = OcppVersion.V2_1) int seqNo,
        @Nullable CustomData customData)
        implements Request<NotifyReportResponse> {

    public NotifyReportRequest {
        reportData = reportData == null ? null : List.copyOf(reportData);
    }
}
