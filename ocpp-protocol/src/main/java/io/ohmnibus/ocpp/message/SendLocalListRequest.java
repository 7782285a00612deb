/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.UpdateEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the local authorization list, or changes entries of it (D01). */
public record SendLocalListRequest(
        @Items @Nullable List<AuthorizationData> localAuthorizationList,
        int versionNumber,
        UpdateEnum updateType,
        @Nullable CustomData customData)
        implements Request<SendLocalListResponse> {

    public SendLocalListRequest {
        localAuthorizationList =
                localAuthorizationList == null ? null : List.copyOf(localAuthorizationList);
    }
}
