/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/**
 * The price from a level of power on, by ISO 15118-20.
 *
 * @param parkingFeePeriod in seconds
 * @param carbonDioxideEmission grams per kWh
 */
@Since(OcppVersion.V2_1)
public record PriceRule(
        @Nullable Integer parkingFeePeriod,
        @Range(min = 0) @Nullable Integer carbonDioxideEmission,
        @Range(min = 0, max = 100) @Nullable Integer renewableGenerationPercentage,
        RationalNumber energyFee,
        @Nullable RationalNumber parkingFee,
        RationalNumber powerRangeStart,
        @Nullable CustomData customData) {}
