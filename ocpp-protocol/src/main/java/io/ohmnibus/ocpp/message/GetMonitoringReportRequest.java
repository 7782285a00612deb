/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.ComponentVariable;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.MonitoringCriterionEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks which monitors are installed, limited to components and variables or kinds of monitoring
 * (N02).
 */
public record GetMonitoringReportRequest(
        @Items @Nullable List<ComponentVariable> componentVariable,
        int requestId,
        @Items(max = 3) @Nullable List<MonitoringCriterionEnum> monitoringCriteria,
        @Nullable CustomData customData)
        implements Request<GetMonitoringReportResponse> {

    public GetMonitoringReportRequest {
        componentVariable = componentVariable == null ? null : List.copyOf(componentVariable);
        monitoringCriteria = monitoringCriteria == null ? null : List.copyOf(monitoringCriteria);
    }
}
