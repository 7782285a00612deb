/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An amount of money, with tax, without, or both. */
@Since(OcppVersion.V2_1)
public record Price(
        @Nullable BigDecimal exclTax,
        @Nullable BigDecimal inclTax,
        @Items(max = 5) @Nullable List<TaxRate> taxRates,
        @Nullable CustomData customData) {

    public Price {
        taxRates = taxRates == null ? null : List.copyOf(taxRates);
    }
}
