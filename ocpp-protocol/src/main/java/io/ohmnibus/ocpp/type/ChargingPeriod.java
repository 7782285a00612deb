/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a transaction in which the same prices applied, with what was consumed. */
@Since(OcppVersion.V2_1)
public record ChargingPeriod(
        @Items @Nullable List<CostDimension> dimensions,
        @Length(max = 60) @Nullable String tariffId,
        Instant startPeriod,
        @Nullable CustomData customData) {

    public ChargingPeriod {
        dimensions = dimensions == null ? null : List.copyOf(dimensions);
    }
}
