/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Reports that a limit set by someone other than the CSMS is lifted (K13, K14). */
public record ClearedChargingLimitRequest(
        @Length(max = 20) @ClosedIn201({"EMS", "Other", "SO", "CSO"}) String chargingLimitSource,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer evseId,
        @Nullable CustomData customData)
        implements Request<ClearedChargingLimitResponse> {}
