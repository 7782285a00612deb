/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether each value was taken, perhaps only after a restart. */
public record SetVariablesResponse(
        @Items List<SetVariableResult> setVariableResult, @Nullable CustomData customData)
        implements Response {

    public SetVariablesResponse {
        setVariableResult = List.copyOf(setVariableResult);
    }
}
