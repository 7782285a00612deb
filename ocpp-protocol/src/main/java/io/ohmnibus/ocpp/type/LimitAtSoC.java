/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rate that must not be exceeded beyond a state of charge.
 *
 * @param soc in percent
 */
@Since(OcppVersion.V2_1)
public record LimitAtSoC(
        @Range(min = 0, max = 100) int soc, BigDecimal limit, @Nullable CustomData customData) {}
