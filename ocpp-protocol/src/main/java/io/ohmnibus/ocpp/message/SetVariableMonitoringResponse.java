/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.SetMonitoringResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each monitor, with the id that the station gave it. */
public record SetVariableMonitoringResponse(
        @Items List<SetMonitoringResult> setMonitoringResult, @Nullable CustomData customData)
        implements Response {

    public SetVariableMonitoringResponse {
        setMonitoringResult = List.copyOf(setMonitoringResult);
    }
}
