/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a transaction is still running and whether messages about it wait in the station's
 * queue (E14).
 */
public record GetTransactionStatusRequest(
        @Length(max = 36) @Nullable String transactionId, @Nullable CustomData customData)
        implements Request<GetTransactionStatusResponse> {}
