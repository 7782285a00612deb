/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A fee, and when it applies. */
@Since(OcppVersion.V2_1)
public record TariffFixedPrice(
        @Nullable TariffConditionsFixed conditions,
        BigDecimal priceFixed,
        @Nullable CustomData customData) {}
