/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tells a station the running cost of a transaction, for its display (I02). */
public record CostUpdatedRequest(
        BigDecimal totalCost,
        @Length(max = 36) String transactionId,
        @Nullable CustomData customData)
        implements Request<CostUpdatedResponse> {}
