/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for the messages installed on a display, all of them or those that match (O03, O04). */
public record GetDisplayMessagesRequest(
        @Items @Range(min = 0, since = OcppVersion.V2_1) @Nullable List<Integer> id,
        int requestId,
        @Nullable MessagePriorityEnum priority,
        @Nullable MessageStateEnum state,
        @Nullable CustomData customData)
        implements Request<GetDisplayMessagesResponse> {

    public GetDisplayMessagesRequest {
        id = id == null ? null : List.copyOf(id);
    }
}
