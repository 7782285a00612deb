/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DERControlStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the control was installed, and which ones it supersedes. */
@Since(OcppVersion.V2_1)
public record SetDERControlResponse(
        DERControlStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Items(max = 24) @Length(max = 36) @Nullable List<String> supersededIds,
        @Nullable CustomData customData)
        implements Response {

    public SetDERControlResponse {
        supersededIds = supersededIds == null ? null : List.copyOf(supersededIds);
    }
}
