/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message for a display, with when to show it. */
public record MessageInfo(
        @Nullable Component display,
        @Range(min = 0, since = OcppVersion.V2_1) int id,
        MessagePriorityEnum priority,
        @Nullable MessageStateEnum state,
        @Nullable Instant startDateTime,
        @Nullable Instant endDateTime,
        @Length(max = 36) @Nullable String transactionId,
        MessageContent message,
        @Since(OcppVersion.V2_1) @Items(max = 4) @Nullable List<MessageContent> messageExtra,
        @Nullable CustomData customData) {

    public MessageInfo {
        messageExtra = messageExtra == null ? null : List.copyOf(messageExtra);
    }
}
