/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.ChargingNeeds;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reports what a vehicle needs and can do, learned over ISO 15118 (K15-K20). */
public record NotifyEVChargingNeedsRequest(
        @Range(min = 1, since = OcppVersion.V2_1) int evseId,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer maxScheduleTuples,
        ChargingNeeds chargingNeeds,
        @Since(OcppVersion.V2_1) @Nullable Instant timestamp,
        @Nullable CustomData customData)
        implements Request<NotifyEVChargingNeedsResponse> {}
