/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** A tax in a price schedule and to which fees it applies, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record TaxRule(
        @Range(min = 0) int taxRuleID,
        @Length(max = 100) @Nullable String taxRuleName,
        @Nullable Boolean taxIncludedInPrice,
        boolean appliesToEnergyFee,
        boolean appliesToParkingFee,
        boolean appliesToOverstayFee,
        boolean appliesToMinimumMaximumCost,
        RationalNumber taxRate,
        @Nullable CustomData customData) {}
