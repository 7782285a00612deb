/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** New values for the one period of a dynamic charging profile. */
@Since(OcppVersion.V2_1)
public record ChargingScheduleUpdate(
        @Nullable BigDecimal limit,
        @Nullable BigDecimal limit_L2,
        @Nullable BigDecimal limit_L3,
        @Range(max = 0) @Nullable BigDecimal dischargeLimit,
        @Range(max = 0) @Nullable BigDecimal dischargeLimit_L2,
        @Range(max = 0) @Nullable BigDecimal dischargeLimit_L3,
        @Nullable BigDecimal setpoint,
        @Nullable BigDecimal setpoint_L2,
        @Nullable BigDecimal setpoint_L3,
        @Nullable BigDecimal setpointReactive,
        @Nullable BigDecimal setpointReactive_L2,
        @Nullable BigDecimal setpointReactive_L3,
        @Nullable CustomData customData) {}
