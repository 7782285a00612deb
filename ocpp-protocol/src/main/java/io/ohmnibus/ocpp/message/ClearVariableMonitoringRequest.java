/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes monitors by their ids (N06, N13). */
public record ClearVariableMonitoringRequest(
        @Items @Range(min = 0, since = OcppVersion.V2_1) List<Integer> id,
        @Nullable CustomData customData)
        implements Request<ClearVariableMonitoringResponse> {

    public ClearVariableMonitoringRequest {
        id = List.copyOf(id);
    }
}
