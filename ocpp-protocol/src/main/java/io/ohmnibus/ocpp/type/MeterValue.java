/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Items;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that were sampled at the same moment. */
public record MeterValue(
        @Items List<SampledValue> sampledValue,
        Instant timestamp,
        @Nullable CustomData customData) {

    public MeterValue {
        sampledValue = List.copyOf(sampledValue);
    }
}
