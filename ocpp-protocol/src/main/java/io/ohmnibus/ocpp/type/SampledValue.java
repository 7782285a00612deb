/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

public record SampledValue(
        BigDecimal value,
        @Nullable MeasurandEnum measurand,
        @Nullable ReadingContextEnum context,
        @Nullable PhaseEnum phase,
        @Nullable LocationEnum location,
        @Nullable SignedMeterValue signedMeterValue,
        @Nullable UnitOfMeasure unitOfMeasure,
        @Nullable CustomData customData) {}
