/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** The cost of a transaction, in total and by what it arose from. */
@Since(OcppVersion.V2_1)
public record TotalCost(
        @Length(max = 3) String currency,
        TariffCostEnum typeOfCost,
        @Nullable Price fixed,
        @Nullable Price energy,
        @Nullable Price chargingTime,
        @Nullable Price idleTime,
        @Nullable Price reservationTime,
        @Nullable Price reservationFixed,
        TotalPrice total,
        @Nullable CustomData customData) {}
