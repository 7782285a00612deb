/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One measured value: of what, where and in which unit.
 *
 * @param measurand Energy.Active.Import.Register when absent
 * @param context Sample.Periodic when absent
 * @param location Outlet when absent
 */
public record SampledValue(
        BigDecimal value,
        @Nullable MeasurandEnum measurand,
        @Nullable ReadingContextEnum context,
        @Nullable PhaseEnum phase,
        @Nullable LocationEnum location,
        @Nullable SignedMeterValue signedMeterValue,
        @Nullable UnitOfMeasure unitOfMeasure,
        @Nullable CustomData customData) {}
