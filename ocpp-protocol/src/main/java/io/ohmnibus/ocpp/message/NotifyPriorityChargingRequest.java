/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Reports that a transaction began or ceased to charge with priority (K21, K22). */
@Since(OcppVersion.V2_1)
public record NotifyPriorityChargingRequest(
        @Length(max = 36) String transactionId, boolean activated, @Nullable CustomData customData)
        implements Request<NotifyPriorityChargingResponse> {}
