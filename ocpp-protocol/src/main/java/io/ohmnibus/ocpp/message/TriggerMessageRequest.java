/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import org.jspecify.annotations.Nullable;

/** Asks a station to send a message of a kind now (F06). */
public record TriggerMessageRequest(
        @Nullable EVSE evse,
        MessageTriggerEnum requestedMessage,
        @Since(OcppVersion.V2_1) @Length(max = 50) @Nullable String customTrigger,
        @Nullable CustomData customData)
        implements Request<TriggerMessageResponse> {}
