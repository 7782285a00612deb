/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grid control that answers a measured value by a curve, such as voltage by reactive power.
 *
 * @param priority 0 is the highest
 * @param responseTime seconds until 90 percent of a new target are reached
 */
@Since(OcppVersion.V2_1)
public record DERCurve(
        @Items(max = 10) List<DERCurvePoints> curveData,
        @Nullable Hysteresis hysteresis,
        @Range(min = 0) int priority,
        @Nullable ReactivePowerParams reactivePowerParams,
        @Nullable VoltageParams voltageParams,
        DERUnitEnum yUnit,
        @Nullable BigDecimal responseTime,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {

    public DERCurve {
        curveData = List.copyOf(curveData);
    }
}
