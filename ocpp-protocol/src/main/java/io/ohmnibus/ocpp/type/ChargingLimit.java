/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** A limit set by someone other than the CSMS, and who set it. */
public record ChargingLimit(
        @Length(max = 20) @ClosedIn201({"EMS", "Other", "SO", "CSO"}) String chargingLimitSource,
        @Since(OcppVersion.V2_1) @Nullable Boolean isLocalGeneration,
        @Nullable Boolean isGridCritical,
        @Nullable CustomData customData) {}
