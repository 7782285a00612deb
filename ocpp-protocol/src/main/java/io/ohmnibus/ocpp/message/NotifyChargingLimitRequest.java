/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.ChargingLimit;
import io.ohmnibus.ocpp.type.ChargingSchedule;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports a limit, or a schedule of limits, that someone other than the CSMS has set (K11, K12,
 * K14, K23-K27, K29).
 */
public record NotifyChargingLimitRequest(
        @Items @Nullable List<ChargingSchedule> chargingSchedule,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer evseId,
        ChargingLimit chargingLimit,
        @Nullable CustomData customData)
        implements Request<NotifyChargingLimitResponse> {

    public NotifyChargingLimitRequest {
        chargingSchedule = chargingSchedule == null ? null : List.copyOf(chargingSchedule);
    }
}
