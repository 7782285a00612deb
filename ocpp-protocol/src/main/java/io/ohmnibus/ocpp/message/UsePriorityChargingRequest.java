/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks a station to give a transaction priority, or to take it back (K21). */
@Since(OcppVersion.V2_1)
public record UsePriorityChargingRequest(
        @Length(max = 36) String transactionId, boolean activate, @Nullable CustomData customData)
        implements Request<UsePriorityChargingResponse> {}
