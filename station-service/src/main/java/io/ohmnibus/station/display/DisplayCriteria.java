/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which messages are meant: those that fit everything that is given (O04). */
public record DisplayCriteria(
        @Nullable List<Integer> ids,
        @Nullable MessagePriorityEnum priority,
        @Nullable MessageStateEnum state) {

    public static final DisplayCriteria ALL = new DisplayCriteria(null, null, null);

    public DisplayCriteria {
        ids = ids == null ? null : List.copyOf(ids);
    }

    /** What a station is asked for. */
    public static DisplayCriteria of(GetDisplayMessagesRequest request) {
        return new DisplayCriteria(request.id(), request.priority(), request.state());
    }
}
