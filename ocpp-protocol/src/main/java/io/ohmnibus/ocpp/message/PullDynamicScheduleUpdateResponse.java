/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.ChargingProfileStatusEnum;
import io.ohmnibus.ocpp.type.ChargingScheduleUpdate;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** The newest values, where the CSMS has them. */
@Since(OcppVersion.V2_1)
public record PullDynamicScheduleUpdateResponse(
        @Nullable ChargingScheduleUpdate scheduleUpdate,
        ChargingProfileStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Response {}
