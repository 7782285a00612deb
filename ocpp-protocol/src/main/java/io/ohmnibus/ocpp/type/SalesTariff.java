/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices over time for a vehicle, by ISO 15118-2. */
public record SalesTariff(
        @Range(min = 0, since = OcppVersion.V2_1) int id,
        @Length(max = 32, descriptive = true) @Nullable String salesTariffDescription,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer numEPriceLevels,
        @Items(max = 1024) List<SalesTariffEntry> salesTariffEntry,
        @Nullable CustomData customData) {

    public SalesTariff {
        salesTariffEntry = List.copyOf(salesTariffEntry);
    }
}
