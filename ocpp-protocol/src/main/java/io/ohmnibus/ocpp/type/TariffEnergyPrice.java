/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price for energy, and when it applies.
 *
 * @param priceKwh per kWh, before tax
 */
@Since(OcppVersion.V2_1)
public record TariffEnergyPrice(
        BigDecimal priceKwh,
        @Nullable TariffConditions conditions,
        @Nullable CustomData customData) {}
