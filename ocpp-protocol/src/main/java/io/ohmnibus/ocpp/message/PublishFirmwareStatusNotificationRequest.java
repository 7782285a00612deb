/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.PublishFirmwareStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports how the publishing of a firmware file gets on (L03). */
public record PublishFirmwareStatusNotificationRequest(
        PublishFirmwareStatusEnum status,
        @Items @Length(max = 2000, max201 = 512) @Nullable List<String> location,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer requestId,
        @Since(OcppVersion.V2_1) @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Request<PublishFirmwareStatusNotificationResponse> {

    public PublishFirmwareStatusNotificationRequest {
        location = location == null ? null : List.copyOf(location);
    }
}
