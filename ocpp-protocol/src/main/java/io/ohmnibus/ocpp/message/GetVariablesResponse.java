/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.GetVariableResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of each variable, or why there is none. */
public record GetVariablesResponse(
        @Items List<GetVariableResult> getVariableResult, @Nullable CustomData customData)
        implements Response {

    public GetVariablesResponse {
        getVariableResult = List.copyOf(getVariableResult);
    }
}
