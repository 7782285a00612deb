/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GetVariableData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads variables of the device model (B06). */
public record GetVariablesRequest(
        @Items List<GetVariableData> getVariableData, @Nullable CustomData customData)
        implements Request<GetVariablesResponse> {

    public GetVariablesRequest {
        getVariableData = List.copyOf(getVariableData);
    }
}
