/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.rest;

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
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A transaction whose events a scenario makes by hand, one every minute by the station's clock;
 * each tells the register.
 */
record TransactionOf(Station station, String id, int evseId, Instant begin) {

    static TransactionOf at(Station station) {
        return at(station, 1);
    }

    static TransactionOf at(Station station, int evseId) {
        Instant begin = station.now().minusSeconds(3000);
        return new TransactionOf(station, UUID.randomUUID().toString(), evseId, begin);
    }

    TransactionEventRequest started(int seqNo, @Nullable IdToken token) {
        return event(
                TransactionEventEnum.STARTED,
                token == null ? TriggerReasonEnum.CABLE_PLUGGED_IN : TriggerReasonEnum.AUTHORIZED,
                seqNo,
                token);
    }

    TransactionEventRequest updated(int seqNo) {
        return event(
                TransactionEventEnum.UPDATED, TriggerReasonEnum.METER_VALUE_PERIODIC, seqNo, null);
    }

    TransactionEventRequest authorized(int seqNo, IdToken token) {
        return event(TransactionEventEnum.UPDATED, TriggerReasonEnum.AUTHORIZED, seqNo, token);
    }

    TransactionEventRequest ended(int seqNo) {
        return event(
                TransactionEventEnum.ENDED,
                TriggerReasonEnum.EV_COMMUNICATION_LOST,
                seqNo,
                null,
                ReasonEnum.EV_DISCONNECTED);
    }

    TransactionEventRequest endedWithoutReason(int seqNo) {
        return event(
                TransactionEventEnum.ENDED, TriggerReasonEnum.STOP_AUTHORIZED, seqNo, null, null);
    }

    private TransactionEventRequest event(
            TransactionEventEnum type,
            TriggerReasonEnum trigger,
            int seqNo,
            @Nullable IdToken token) {
        return event(seqNo, type, trigger, new Told(null, null, token, null));
    }

    private TransactionEventRequest event(
            TransactionEventEnum type,
            TriggerReasonEnum trigger,
            int seqNo,
            @Nullable IdToken token,
            @Nullable ReasonEnum stoppedReason) {
        return event(seqNo, type, trigger, new Told(null, stoppedReason, token, null));
    }

    /**
     * What an event tells beside the register.
     *
     * @param value a sample instead of the register
     */
    record Told(
            @Nullable ChargingStateEnum chargingState,
            @Nullable ReasonEnum stoppedReason,
            @Nullable IdToken token,
            @Nullable SampledValue value) {

        static final Told NOTHING = new Told(null, null, null, null);
    }

    /** Any event. */
    TransactionEventRequest event(
            int seqNo, TransactionEventEnum type, TriggerReasonEnum trigger, Told told) {
        Instant at = begin.plusSeconds(60L * seqNo);
        SampledValue value = told.value() == null ? register(seqNo) : told.value();
        return new TransactionEventRequest(
                null,
                type,
                List.of(new MeterValue(List.of(value), at, null)),
                at,
                trigger,
                seqNo,
                null,
                null,
                null,
                null,
                null,
                null,
                new Transaction(
                        id,
                        told.chargingState(),
                        null,
                        told.stoppedReason(),
                        null,
                        null,
                        null,
                        null,
                        null),
                new EVSE(evseId, 1, null),
                told.token(),
                null);
    }

    /** 100 Wh from event to event. */
    private static SampledValue register(int seqNo) {
        return new SampledValue(
                BigDecimal.valueOf(1000L + 100L * seqNo), null, null, null, null, null, null, null);
    }

    /** The same event, marked as one that was kept while the station was offline. */
    static TransactionEventRequest offline(TransactionEventRequest event) {
        return new TransactionEventRequest(
                event.costDetails(),
                event.eventType(),
                event.meterValue(),
                event.timestamp(),
                event.triggerReason(),
                event.seqNo(),
                true,
                event.numberOfPhasesUsed(),
                event.cableMaxCurrent(),
                event.reservationId(),
                event.preconditioningStatus(),
                event.evseSleep(),
                event.transactionInfo(),
                event.evse(),
                event.idToken(),
                event.customData());
    }

    /** What the REST API shows of it. */
    JsonNode shown() {
        return shown(station, id);
    }

    static JsonNode shown(Station station, Evse evse) {
        return shown(station, evse.transactionId());
    }

    private static JsonNode shown(Station station, String id) {
        return rest().get("transaction/transactions/" + station.id() + "/" + id).expect(200);
    }

    /** The texts of a JSON list. */
    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
