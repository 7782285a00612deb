/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle's price for energy from a level of power on.
 *
 * @param energyFee per kWh
 */
@Since(OcppVersion.V2_1)
public record EVPriceRule(
        BigDecimal energyFee, BigDecimal powerRangeStart, @Nullable CustomData customData) {}
