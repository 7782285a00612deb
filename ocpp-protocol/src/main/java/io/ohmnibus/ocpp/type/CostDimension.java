/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of what is charged for in a period. */
@Since(OcppVersion.V2_1)
public record CostDimension(
        CostDimensionEnum type, BigDecimal volume, @Nullable CustomData customData) {}
