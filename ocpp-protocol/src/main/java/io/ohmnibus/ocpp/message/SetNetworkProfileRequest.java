/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import org.jspecify.annotations.Nullable;

public record SetNetworkProfileRequest(
        int configurationSlot,
        NetworkConnectionProfile connectionData,
        @Nullable CustomData customData)
        implements Request<SetNetworkProfileResponse> {}
