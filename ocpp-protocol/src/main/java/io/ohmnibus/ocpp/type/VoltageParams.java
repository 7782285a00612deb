/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How an inverter bears high voltage, by EN 50549-1. */
@Since(OcppVersion.V2_1)
public record VoltageParams(
        @Nullable BigDecimal hv10MinMeanValue,
        @Nullable BigDecimal hv10MinMeanTripDelay,
        @Nullable PowerDuringCessationEnum powerDuringCessation,
        @Nullable CustomData customData) {}
