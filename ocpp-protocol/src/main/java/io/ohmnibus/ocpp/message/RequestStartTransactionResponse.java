/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.RequestStartStopStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** Whether the station will start it; with the transaction id where it has begun already. */
public record RequestStartTransactionResponse(
        RequestStartStopStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Length(max = 36) @Nullable String transactionId,
        @Nullable CustomData customData)
        implements Response {}
