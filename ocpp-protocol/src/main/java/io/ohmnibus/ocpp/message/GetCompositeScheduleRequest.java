/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.ChargingRateUnitEnum;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/**
 * Asks what all active profiles and limits together allow in the coming seconds (K08).
 *
 * @param duration seconds from now
 */
public record GetCompositeScheduleRequest(
        int duration,
        @Nullable ChargingRateUnitEnum chargingRateUnit,
        @Range(min = 0, since = OcppVersion.V2_1) int evseId,
        @Nullable CustomData customData)
        implements Request<GetCompositeScheduleResponse> {}
