/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When an inverter may connect to the grid: within which voltage and frequency, and how gently. */
@Since(OcppVersion.V2_1)
public record EnterService(
        @Range(min = 0) int priority,
        BigDecimal highVoltage,
        BigDecimal lowVoltage,
        BigDecimal highFreq,
        BigDecimal lowFreq,
        @Nullable BigDecimal delay,
        @Nullable BigDecimal randomDelay,
        @Nullable BigDecimal rampRate,
        @Nullable CustomData customData) {}
