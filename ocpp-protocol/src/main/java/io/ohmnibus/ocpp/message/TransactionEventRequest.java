/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CostDetails;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.PreconditioningStatusEnum;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a transaction started, changed or ended, with everything known about it at that
 * moment (E01-E13, E15-E17).
 *
 * @param seqNo counts up within a transaction, so that gaps can be seen
 * @param offline whether it happened while the station was offline; false when absent
 * @param cableMaxCurrent in A
 * @param reservationId the reservation that this transaction uses up
 */
public record TransactionEventRequest(
        @Since(OcppVersion.V2_1) @Nullable CostDetails costDetails,
        TransactionEventEnum eventType,
        @Items @Nullable List<MeterValue> meterValue,
        Instant timestamp,
        TriggerReasonEnum triggerReason,
        @Range(min = 0, since = OcppVersion.V2_1) int seqNo,
        @Nullable Boolean offline,
        @Range(min = 0, max = 3, since = OcppVersion.V2_1) @Nullable Integer numberOfPhasesUsed,
        @Nullable Integer cableMaxCurrent,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer reservationId,
        @Since(OcppVersion.V2_1) @Nullable PreconditioningStatusEnum preconditioningStatus,
        @Since(OcppVersion.V2_1) @Nullable Boolean evseSleep,
        Transaction transactionInfo,
        @Nullable EVSE evse,
        @Nullable IdToken idToken,
        @Nullable CustomData customData)
        implements Request<TransactionEventResponse> {

    public TransactionEventRequest {
        meterValue = meterValue == null ? null : List.copyOf(meterValue);
    }
}
