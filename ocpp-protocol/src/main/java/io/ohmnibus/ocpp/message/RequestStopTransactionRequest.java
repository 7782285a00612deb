/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks a station to end a transaction (F03, F04). */
public record RequestStopTransactionRequest(
        @Length(max = 36) String transactionId, @Nullable CustomData customData)
        implements Request<RequestStopTransactionResponse> {}
