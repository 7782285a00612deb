/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.MessageInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers a part of the installed display messages (O03, O04). */
public record NotifyDisplayMessagesRequest(
        @Items @Nullable List<MessageInfo> messageInfo,
        int requestId,
        @Nullable Boolean tbc,
        @Nullable CustomData customData)
        implements Request<NotifyDisplayMessagesResponse> {

    public NotifyDisplayMessagesRequest {
        messageInfo = messageInfo == null ? null : List.copyOf(messageInfo);
    }
}
