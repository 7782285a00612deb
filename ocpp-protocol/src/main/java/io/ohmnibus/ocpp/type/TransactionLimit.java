/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Limits on a transaction; when one is reached, the station stops charging it.
 *
 * @param maxCost in the currency of the tariff
 * @param maxEnergy in Wh
 * @param maxTime in seconds
 * @param maxSoC in percent
 */
@Since(OcppVersion.V2_1)
public record TransactionLimit(
        @Nullable BigDecimal maxCost,
        @Nullable BigDecimal maxEnergy,
        @Nullable Integer maxTime,
        @Range(min = 0, max = 100) @Nullable Integer maxSoC,
        @Nullable CustomData customData) {}
