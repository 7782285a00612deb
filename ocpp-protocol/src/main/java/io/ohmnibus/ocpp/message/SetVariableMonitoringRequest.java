/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.SetMonitoringData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Installs monitors, or changes those whose id is given (N04, N05, N11). */
public record SetVariableMonitoringRequest(
        @Items List<SetMonitoringData> setMonitoringData, @Nullable CustomData customData)
        implements Request<SetVariableMonitoringResponse> {

    public SetVariableMonitoringRequest {
        setMonitoringData = List.copyOf(setMonitoringData);
    }
}
