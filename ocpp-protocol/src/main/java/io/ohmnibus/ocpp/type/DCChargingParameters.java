/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.IntegerIn201;
import io.ohmnibus.ocpp.constraint.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle needs and bears on DC, by ISO 15118-2.
 *
 * @param evEnergyCapacity in Wh
 * @param stateOfCharge in percent
 */
public record DCChargingParameters(
        @IntegerIn201 BigDecimal evMaxCurrent,
        @IntegerIn201 BigDecimal evMaxVoltage,
        @IntegerIn201 @Nullable BigDecimal evMaxPower,
        @IntegerIn201 @Nullable BigDecimal evEnergyCapacity,
        @IntegerIn201 @Nullable BigDecimal energyAmount,
        @Range(min = 0, max = 100) @Nullable Integer stateOfCharge,
        @Range(min = 0, max = 100) @Nullable Integer fullSoC,
        @Range(min = 0, max = 100) @Nullable Integer bulkSoC,
        @Nullable CustomData customData) {}
