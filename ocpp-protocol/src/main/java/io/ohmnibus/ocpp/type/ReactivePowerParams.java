/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a volt-var curve follows the grid's nominal voltage. */
@Since(OcppVersion.V2_1)
public record ReactivePowerParams(
        @Nullable BigDecimal vRef,
        @Nullable Boolean autonomousVRefEnable,
        @Nullable BigDecimal autonomousVRefTimeConstant,
        @Nullable CustomData customData) {}
