/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A grid control that changes power in proportion to the frequency's deviation. */
@Since(OcppVersion.V2_1)
public record FreqDroop(
        @Range(min = 0) int priority,
        BigDecimal overFreq,
        BigDecimal underFreq,
        BigDecimal overDroop,
        BigDecimal underDroop,
        BigDecimal responseTime,
        @Nullable Instant startTime,
        @Nullable BigDecimal duration,
        @Nullable CustomData customData) {}
