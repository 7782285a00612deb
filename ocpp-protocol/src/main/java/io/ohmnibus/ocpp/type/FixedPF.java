/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grid control that keeps the power factor fixed.
 *
 * @param displacement the cosine of phi, from 0 to 1
 * @param excitation true to absorb reactive power, false to inject it
 */
@Since(OcppVersion.V2_1)
public record FixedPF(
        @Range(min = 0) int priority,
        BigDecimal displacement,
        boolean excitation,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {}
