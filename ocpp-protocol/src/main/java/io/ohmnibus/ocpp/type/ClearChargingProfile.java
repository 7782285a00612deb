/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import org.jspecify.annotations.Nullable;

/** Selects the charging profiles to remove; what is absent does not restrict the choice. */
public record ClearChargingProfile(
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer evseId,
        @Nullable ChargingProfilePurposeEnum chargingProfilePurpose,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer stackLevel,
        @Nullable CustomData customData) {}
