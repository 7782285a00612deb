/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transaction events for tests: event n happens n minutes after {@link #START}. */
final class Given {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final String TRANSACTION = "tx-1";
    static final IdToken TOKEN = new IdToken(null, "AABBCCDD", "ISO14443", null);

    private final TransactionEventEnum type;
    private final int seqNo;
    private Instant timestamp;
    private TriggerReasonEnum trigger = TriggerReasonEnum.METER_VALUE_PERIODIC;
    private String transactionId = TRANSACTION;
    private @Nullable Boolean offline;
    private @Nullable EVSE evse;
    private @Nullable IdToken token;
    private @Nullable ChargingStateEnum chargingState;
    private @Nullable ReasonEnum stoppedReason;
    private final List<MeterValue> meterValues = new ArrayList<>();

    private Given(TransactionEventEnum type, int seqNo) {
        this.type = type;
        this.seqNo = seqNo;
        this.timestamp = START.plus(Duration.ofMinutes(seqNo));
    }

    static Given started(int seqNo) {
        return new Given(TransactionEventEnum.STARTED, seqNo).because(TriggerReasonEnum.AUTHORIZED);
    }

    static Given updated(int seqNo) {
        return new Given(TransactionEventEnum.UPDATED, seqNo);
    }

    static Given ended(int seqNo) {
        return new Given(TransactionEventEnum.ENDED, seqNo)
                .because(TriggerReasonEnum.STOP_AUTHORIZED);
    }

    Given at(Instant time) {
        timestamp = time;
        return this;
    }

    Given because(TriggerReasonEnum reason) {
        trigger = reason;
        return this;
    }

    Given of(String id) {
        transactionId = id;
        return this;
    }

    Given offline() {
        offline = true;
        return this;
    }

    Given evse(int id, @Nullable Integer connector) {
        evse = new EVSE(id, connector, null);
        return this;
    }

    Given token(IdToken presented) {
        token = presented;
        return this;
    }

    Given state(ChargingStateEnum state) {
        chargingState = state;
        return this;
    }

    Given reason(ReasonEnum reason) {
        stoppedReason = reason;
        return this;
    }

    /** A reading of the import register in Wh, at the time of the event. */
    Given energy(long wattHours) {
        return energy(wattHours, timestamp);
    }

    Given energy(long wattHours, Instant sampledAt) {
        return sample(
                new SampledValue(
                        BigDecimal.valueOf(wattHours), null, null, null, null, null, null, null),
                sampledAt);
    }

    Given sample(SampledValue value, Instant sampledAt) {
        meterValues.add(new MeterValue(List.of(value), sampledAt, null));
        return this;
    }

    TransactionEventRequest request() {
        return new TransactionEventRequest(
                null,
                type,
                meterValues.isEmpty() ? null : meterValues,
                timestamp,
                trigger,
                seqNo,
                offline,
                null,
                null,
                null,
                null,
                null,
                new Transaction(
                        transactionId,
                        chargingState,
                        null,
                        stoppedReason,
                        null,
                        null,
                        null,
                        null,
                        null),
                evse,
                token,
                null);
    }

    /** Received in the second after it happened. */
    ReceivedEvent received() {
        return received(timestamp.plusSeconds(1));
    }

    ReceivedEvent received(Instant at) {
        return new ReceivedEvent(request(), at);
    }

    static Station station(String id) {
        return station(id, "message");
    }

    static Station station(String id, String messageId) {
        return station(id, messageId, START.plus(Duration.ofMinutes(5)));
    }

    static Station station(String id, String messageId, Instant receivedAt) {
        return new Station(
                new StationKey("default", id),
                OcppVersion.V2_1,
                new Call(messageId, receivedAt, "connection"));
    }

    static EventInHand inHand(Station station, Given event) {
        return new EventInHand(station, event.request());
    }
}
