/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.ChargingProfile;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers a part of the installed charging profiles (K09). */
public record ReportChargingProfilesRequest(
        int requestId,
        @Length(max = 20) @ClosedIn201({"EMS", "Other", "SO", "CSO"}) String chargingLimitSource,
        @Items List<ChargingProfile> chargingProfile,
        @Nullable Boolean tbc,
        @Range(min = 0, since = OcppVersion.V2_1) int evseId,
        @Nullable CustomData customData)
        implements Request<ReportChargingProfilesResponse> {

    public ReportChargingProfilesRequest {
        chargingProfile = List.copyOf(chargingProfile);
    }
}
