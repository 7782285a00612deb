/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import org.jspecify.annotations.Nullable;

/** Asks a swap station to begin a swap for a token (S02). */
@Since(OcppVersion.V2_1)
public record RequestBatterySwapRequest(
        IdToken idToken, int requestId, @Nullable CustomData customData)
        implements Request<RequestBatterySwapResponse> {}
