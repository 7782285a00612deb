/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Confirms that the swap was recorded. */
@Since(OcppVersion.V2_1)
public record BatterySwapResponse(@Nullable CustomData customData) implements Response {

    /** Says nothing more than that the request was received. */
    public static final BatterySwapResponse EMPTY = new BatterySwapResponse(null);
}
