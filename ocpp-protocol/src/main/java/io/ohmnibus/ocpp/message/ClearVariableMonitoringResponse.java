/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.ClearMonitoringResult;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each monitor that was to be removed. */
public record ClearVariableMonitoringResponse(
        @Items List<ClearMonitoringResult> clearMonitoringResult, @Nullable CustomData customData)
        implements Response {

    public ClearVariableMonitoringResponse {
        clearMonitoringResult = List.copyOf(clearMonitoringResult);
    }
}
