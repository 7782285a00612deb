/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.MonitoringData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers a part of a report on monitors (N02). */
public record NotifyMonitoringReportRequest(
        @Items @Nullable List<MonitoringData> monitor,
        int requestId,
        @Nullable Boolean tbc,
        @Range(min = 0, since = OcppVersion.V2_1) int seqNo,
        Instant generatedAt,
        @Nullable CustomData customData)
        implements Request<NotifyMonitoringReportResponse> {

    public NotifyMonitoringReportRequest {
        monitor = monitor == null ? null : List.copyOf(monitor);
    }
}
