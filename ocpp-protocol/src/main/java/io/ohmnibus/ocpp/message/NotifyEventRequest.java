/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.EventData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports events: changes of variables, values beyond a monitor's limits, alerts (N07, N08). */
public record NotifyEventRequest(
        Instant generatedAt,
        @Nullable Boolean tbc,
        @Range(min = 0, since = OcppVersion.V2_1) int seqNo,
        @Items List<EventData> eventData,
        @Nullable CustomData customData)
        implements Request<NotifyEventResponse> {

    public NotifyEventRequest {
        eventData = List.copyOf(eventData);
    }
}
