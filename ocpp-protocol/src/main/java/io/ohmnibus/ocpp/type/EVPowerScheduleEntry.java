/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A span of time with the power that a vehicle offers. */
@Since(OcppVersion.V2_1)
public record EVPowerScheduleEntry(
        int duration, BigDecimal power, @Nullable CustomData customData) {}
