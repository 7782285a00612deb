/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When and how fast an inverter returns to normal after a grid event. */
@Since(OcppVersion.V2_1)
public record Hysteresis(
        @Nullable BigDecimal hysteresisHigh,
        @Nullable BigDecimal hysteresisLow,
        @Nullable BigDecimal hysteresisDelay,
        @Nullable BigDecimal hysteresisGradient,
        @Nullable CustomData customData) {}
