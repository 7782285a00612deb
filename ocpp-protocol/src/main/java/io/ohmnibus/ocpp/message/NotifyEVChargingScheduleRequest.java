/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.ChargingSchedule;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reports the schedule that a vehicle has chosen (K15-K20).
 *
 * @param timeBase what the periods of the schedule are counted from
 */
public record NotifyEVChargingScheduleRequest(
        Instant timeBase,
        ChargingSchedule chargingSchedule,
        @Range(min = 1, since = OcppVersion.V2_1) int evseId,
        @Since(OcppVersion.V2_1) @Range(min = 0) @Nullable Integer selectedChargingScheduleId,
        @Since(OcppVersion.V2_1) @Nullable Boolean powerToleranceAcceptance,
        @Nullable CustomData customData)
        implements Request<NotifyEVChargingScheduleResponse> {}
