/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.ChargingProfile;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/**
 * Installs a charging profile on an EVSE, or on the whole station with evseId 0 (K01-K03, K06, K07,
 * K15-K20, K28, K29).
 */
public record SetChargingProfileRequest(
        @Range(min = 0, since = OcppVersion.V2_1) int evseId,
        ChargingProfile chargingProfile,
        @Nullable CustomData customData)
        implements Request<SetChargingProfileResponse> {}
