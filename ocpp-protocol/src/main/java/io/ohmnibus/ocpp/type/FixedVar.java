/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grid control that keeps reactive power fixed.
 *
 * @param setpoint percentage from -100 to 100, negative while charging
 */
@Since(OcppVersion.V2_1)
public record FixedVar(
        @Range(min = 0) int priority,
        BigDecimal setpoint,
        DERUnitEnum unit,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {}
