/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Whether the transaction runs and whether messages are still to come. */
public record GetTransactionStatusResponse(
        @Nullable Boolean ongoingIndicator,
        boolean messagesInQueue,
        @Nullable CustomData customData)
        implements Response {}
