/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.BatteryData;
import io.ohmnibus.ocpp.type.BatterySwapEventEnum;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports that batteries were put into a swap station, taken out, or left behind (S01-S04). */
@Since(OcppVersion.V2_1)
public record BatterySwapRequest(
        @Items List<BatteryData> batteryData,
        BatterySwapEventEnum eventType,
        IdToken idToken,
        int requestId,
        @Nullable CustomData customData)
        implements Request<BatterySwapResponse> {

    public BatterySwapRequest {
        batteryData = List.copyOf(batteryData);
    }
}
