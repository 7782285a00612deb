/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Announces a station that has started, with what it is and why it started (B01-B03). */
public record BootNotificationRequest(
        ChargingStation chargingStation, BootReasonEnum reason, @Nullable CustomData customData)
        implements Request<BootNotificationResponse> {}
