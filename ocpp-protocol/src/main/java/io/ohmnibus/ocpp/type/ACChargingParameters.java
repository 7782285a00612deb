/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.IntegerIn201;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle needs and bears on AC, by ISO 15118-2.
 *
 * @param energyAmount in Wh
 */
public record ACChargingParameters(
        @IntegerIn201 BigDecimal energyAmount,
        @IntegerIn201 BigDecimal evMinCurrent,
        @IntegerIn201 BigDecimal evMaxCurrent,
        @IntegerIn201 BigDecimal evMaxVoltage,
        @Nullable CustomData customData) {}
