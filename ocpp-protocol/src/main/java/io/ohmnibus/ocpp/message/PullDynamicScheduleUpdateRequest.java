/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks for the newest values of a dynamic charging profile (K28). */
@Since(OcppVersion.V2_1)
public record PullDynamicScheduleUpdateRequest(
        int chargingProfileId, @Nullable CustomData customData)
        implements Request<PullDynamicScheduleUpdateResponse> {}
