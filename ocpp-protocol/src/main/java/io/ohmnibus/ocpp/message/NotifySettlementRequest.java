/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.Address;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.PaymentStatusEnum;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reports how an ad hoc payment was settled (C19-C22).
 *
 * @param transactionId absent where payment was cancelled before a transaction started
 * @param pspRef the reference of the payment, which is also the token of its transaction
 */
@Since(OcppVersion.V2_1)
public record NotifySettlementRequest(
        @Length(max = 36) @Nullable String transactionId,
        @Length(max = 255) String pspRef,
        PaymentStatusEnum status,
        @Length(max = 500, descriptive = true) @Nullable String statusInfo,
        BigDecimal settlementAmount,
        Instant settlementTime,
        @Length(max = 50) @Nullable String receiptId,
        @Length(max = 2000) @Nullable String receiptUrl,
        @Nullable Address vatCompany,
        @Length(max = 20) @Nullable String vatNumber,
        @Nullable CustomData customData)
        implements Request<NotifySettlementResponse> {}
