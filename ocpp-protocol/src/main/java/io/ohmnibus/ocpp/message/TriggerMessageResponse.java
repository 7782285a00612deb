/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import org.jspecify.annotations.Nullable;

/** Whether the message will follow. */
public record TriggerMessageResponse(
        TriggerMessageStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Response {}
