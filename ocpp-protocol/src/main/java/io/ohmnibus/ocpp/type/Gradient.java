/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How fast an inverter may change its power. */
@Since(OcppVersion.V2_1)
public record Gradient(
        @Range(min = 0) int priority,
        BigDecimal gradient,
        BigDecimal softGradient,
        @Nullable CustomData customData) {}
