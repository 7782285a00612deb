/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What time costs, before tax, and the taxes on it. */
@Since(OcppVersion.V2_1)
public record TariffTime(
        @Items List<TariffTimePrice> prices,
        @Items(max = 5) @Nullable List<TaxRate> taxRates,
        @Nullable CustomData customData) {

    public TariffTime {
        prices = List.copyOf(prices);
        taxRates = taxRates == null ? null : List.copyOf(taxRates);
    }
}
