/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.UploadLogStatusEnum;
import org.jspecify.annotations.Nullable;

/** Reports how the upload of a log gets on (N01). */
public record LogStatusNotificationRequest(
        UploadLogStatusEnum status,
        @Nullable Integer requestId,
        @Since(OcppVersion.V2_1) @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Request<LogStatusNotificationResponse> {}
