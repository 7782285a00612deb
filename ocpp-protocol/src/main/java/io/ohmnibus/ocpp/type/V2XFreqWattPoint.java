/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A point of a curve that answers grid frequency by power.
 *
 * @param power in W, negative to discharge
 */
@Since(OcppVersion.V2_1)
public record V2XFreqWattPoint(
        BigDecimal frequency, BigDecimal power, @Nullable CustomData customData) {}
