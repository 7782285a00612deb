/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grid control that limits the power of discharging.
 *
 * @param pctMaxDischargePower percentage of the vehicle's rated discharge power
 */
@Since(OcppVersion.V2_1)
public record LimitMaxDischarge(
        @Range(min = 0) int priority,
        @Nullable BigDecimal pctMaxDischargePower,
        @Nullable DERCurve powerMonitoringMustTrip,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {}
