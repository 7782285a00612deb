/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

public record GetTransactionStatusRequest(
        @Length(max = 36) @Nullable String transactionId, @Nullable CustomData customData)
        implements Request<GetTransactionStatusResponse> {}
