/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/**
 * A span of time at one price level.
 *
 * @param priceLevel smaller is cheaper
 */
@Since(OcppVersion.V2_1)
public record PriceLevelScheduleEntry(
        int duration, @Range(min = 0) int priceLevel, @Nullable CustomData customData) {}
