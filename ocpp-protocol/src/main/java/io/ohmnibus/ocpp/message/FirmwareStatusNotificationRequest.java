/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.FirmwareStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** Reports how a firmware update gets on (L01, L02). */
public record FirmwareStatusNotificationRequest(
        FirmwareStatusEnum status,
        @Nullable Integer requestId,
        @Since(OcppVersion.V2_1) @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Request<FirmwareStatusNotificationResponse> {}
