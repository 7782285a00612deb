/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.ClearChargingProfile;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Removes one charging profile by its id, or all that match criteria (K10). */
public record ClearChargingProfileRequest(
        @Nullable Integer chargingProfileId,
        @Nullable ClearChargingProfile chargingProfileCriteria,
        @Nullable CustomData customData)
        implements Request<ClearChargingProfileResponse> {}
