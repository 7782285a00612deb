/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.NotifyEVChargingNeedsStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** Whether the CSMS can make a charging profile for the vehicle. */
public record NotifyEVChargingNeedsResponse(
        NotifyEVChargingNeedsStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Nullable CustomData customData)
        implements Response {}
