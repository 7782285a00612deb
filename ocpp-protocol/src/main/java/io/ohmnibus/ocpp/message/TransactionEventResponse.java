/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.TransactionLimit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the CSMS adds: the token's standing, cost, limits, a message for the driver.
 *
 * @param totalCost running cost while the transaction lasts, final cost when it has ended
 * @param chargingPriority from -9 to 9, for this transaction; 0 when absent
 */
public record TransactionEventResponse(
        @Nullable BigDecimal totalCost,
        @Nullable Integer chargingPriority,
        @Nullable IdTokenInfo idTokenInfo,
        @Since(OcppVersion.V2_1) @Nullable TransactionLimit transactionLimit,
        @Nullable MessageContent updatedPersonalMessage,
        @Since(OcppVersion.V2_1) @Items(max = 4)
                @Nullable List<MessageContent> updatedPersonalMessageExtra,
        @Nullable CustomData customData)
        implements Response {

    /** Says nothing more than that the request was received. */
    public static final TransactionEventResponse EMPTY =
            new TransactionEventResponse(null, null, null, null, null, null, null);

    public TransactionEventResponse {
        updatedPersonalMessageExtra =
                updatedPersonalMessageExtra == null
                        ? null
                        : List.copyOf(updatedPersonalMessageExtra);
    }
}
