/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Selects charging profiles; what is absent does not restrict the choice. */
public record ChargingProfileCriterion(
        @Nullable ChargingProfilePurposeEnum chargingProfilePurpose,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer stackLevel,
        @Items @Nullable List<Integer> chargingProfileId,
        @Items(max = 4) @Length(max = 20) @ClosedIn201({"EMS", "Other", "SO", "CSO"})
                @Nullable List<String> chargingLimitSource,
        @Nullable CustomData customData) {

    public ChargingProfileCriterion {
        chargingProfileId = chargingProfileId == null ? null : List.copyOf(chargingProfileId);
        chargingLimitSource = chargingLimitSource == null ? null : List.copyOf(chargingLimitSource);
    }
}
