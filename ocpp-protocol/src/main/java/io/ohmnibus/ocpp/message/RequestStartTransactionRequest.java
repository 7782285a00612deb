/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.ChargingProfile;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import org.jspecify.annotations.Nullable;

/**
 * Asks a station to start a transaction for a token, perhaps with a charging profile (F01, F02,
 * F07).
 */
public record RequestStartTransactionRequest(
        @Range(min = 1, since = OcppVersion.V2_1) @Nullable Integer evseId,
        @Nullable IdToken groupIdToken,
        IdToken idToken,
        int remoteStartId,
        @Nullable ChargingProfile chargingProfile,
        @Nullable CustomData customData)
        implements Request<RequestStartTransactionResponse> {}
