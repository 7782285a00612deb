/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.ConstantStreamData;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open event streams; absent where there are none. */
@Since(OcppVersion.V2_1)
public record GetPeriodicEventStreamResponse(
        @Items @Nullable List<ConstantStreamData> constantStreamData,
        @Nullable CustomData customData)
        implements Response {

    /** Says nothing more than that the request was received. */
    public static final GetPeriodicEventStreamResponse EMPTY =
            new GetPeriodicEventStreamResponse(null, null);

    public GetPeriodicEventStreamResponse {
        constantStreamData = constantStreamData == null ? null : List.copyOf(constantStreamData);
    }
}
