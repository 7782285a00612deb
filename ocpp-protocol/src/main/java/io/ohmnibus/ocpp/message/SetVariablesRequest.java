/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.SetVariableData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes variables of the device model (B05, B09, B10). */
public record SetVariablesRequest(
        @Items List<SetVariableData> setVariableData, @Nullable CustomData customData)
        implements Request<SetVariablesResponse> {

    public SetVariablesRequest {
        setVariableData = List.copyOf(setVariableData);
    }
}
