/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import org.jspecify.annotations.Nullable;

/** Puts a station, an EVSE or a connector into or out of service (G03, G04). */
public record ChangeAvailabilityRequest(
        @Nullable EVSE evse,
        OperationalStatusEnum operationalStatus,
        @Nullable CustomData customData)
        implements Request<ChangeAvailabilityResponse> {}
