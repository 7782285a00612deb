/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.ComponentCriterionEnum;
import io.ohmnibus.ocpp.type.ComponentVariable;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a report on chosen components and variables (B08). */
public record GetReportRequest(
        @Items @Nullable List<ComponentVariable> componentVariable,
        int requestId,
        @Items(max = 4) @Nullable List<ComponentCriterionEnum> componentCriteria,
        @Nullable CustomData customData)
        implements Request<GetReportResponse> {

    public GetReportRequest {
        componentVariable = componentVariable == null ? null : List.copyOf(componentVariable);
        componentCriteria = componentCriteria == null ? null : List.copyOf(componentCriteria);
    }
}
