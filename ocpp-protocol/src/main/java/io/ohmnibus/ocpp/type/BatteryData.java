/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A battery that was swapped, and its condition.
 *
 * @param evseId the slot of the battery
 * @param soC state of charge in percent
 * @param soH state of health in percent
 */
@Since(OcppVersion.V2_1)
public record BatteryData(
        @Range(min = 0) int evseId,
        @Length(max = 50) String serialNumber,
        @Range(min = 0, max = 100) BigDecimal soC,
        @Range(min = 0, max = 100) BigDecimal soH,
        @Nullable Instant productionDate,
        @Length(max = 500, descriptive = true) @Nullable String vendorInfo,
        @Nullable CustomData customData) {}
