/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import org.jspecify.annotations.Nullable;

/** Stores how to reach a CSMS in one of the station's configuration slots (B09). */
public record SetNetworkProfileRequest(
        int configurationSlot,
        NetworkConnectionProfile connectionData,
        @Nullable CustomData customData)
        implements Request<SetNetworkProfileResponse> {}
