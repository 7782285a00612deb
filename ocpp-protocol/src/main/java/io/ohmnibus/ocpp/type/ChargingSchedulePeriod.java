/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.RequiredIn;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a charging schedule, which lasts until the next one begins.
 *
 * @param startPeriod seconds from the start of the schedule
 * @param dischargeLimit in the schedule's unit of rate, negative
 * @param setpoint in the schedule's unit of rate, negative to discharge
 */
public record ChargingSchedulePeriod(
        int startPeriod,
        @RequiredIn(OcppVersion.V2_0_1) @Nullable BigDecimal limit,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal limit_L2,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal limit_L3,
        @Range(min = 0, max = 3, since = OcppVersion.V2_1) @Nullable Integer numberPhases,
        @Range(min = 0, max = 3, since = OcppVersion.V2_1) @Nullable Integer phaseToUse,
        @Since(OcppVersion.V2_1) @Range(max = 0) @Nullable BigDecimal dischargeLimit,
        @Since(OcppVersion.V2_1) @Range(max = 0) @Nullable BigDecimal dischargeLimit_L2,
        @Since(OcppVersion.V2_1) @Range(max = 0) @Nullable BigDecimal dischargeLimit_L3,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal setpoint,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal setpoint_L2,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal setpoint_L3,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal setpointReactive,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal setpointReactive_L2,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal setpointReactive_L3,
        @Since(OcppVersion.V2_1) @Nullable Boolean preconditioningRequest,
        @Since(OcppVersion.V2_1) @Nullable Boolean evseSleep,
        @Since(OcppVersion.V2_1) @Nullable BigDecimal v2xBaseline,
        @Since(OcppVersion.V2_1) @Nullable OperationModeEnum operationMode,
        @Since(OcppVersion.V2_1) @Items(max = 20) @Nullable List<V2XFreqWattPoint> v2xFreqWattCurve,
        @Since(OcppVersion.V2_1) @Items(max = 20)
                @Nullable List<V2XSignalWattPoint> v2xSignalWattCurve,
        @Nullable CustomData customData) {

    public ChargingSchedulePeriod {
        v2xFreqWattCurve = v2xFreqWattCurve == null ? null : List.copyOf(v2xFreqWattCurve);
        v2xSignalWattCurve = v2xSignalWattCurve == null ? null : List.copyOf(v2xSignalWattCurve);
    }
}
