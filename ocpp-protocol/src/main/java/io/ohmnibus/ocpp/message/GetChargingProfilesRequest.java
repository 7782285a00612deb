/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.ChargingProfileCriterion;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks for the charging profiles that match criteria (K09). */
public record GetChargingProfilesRequest(
        int requestId,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer evseId,
        ChargingProfileCriterion chargingProfile,
        @Nullable CustomData customData)
        implements Request<GetChargingProfilesResponse> {}
