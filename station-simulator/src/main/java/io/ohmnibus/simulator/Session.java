/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.simulator.rpc.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One transaction: numbers its events and says everything once that has to be said once. */
final class Session {

    private static final int PHASES = 3;

    private final EvseState evse;
    private final String transactionId = Line.newMessageId(); // E01.FR.08
    private final List<TransactionEventRequest> events = new ArrayList<>();
    private boolean evseTold;
    private boolean connectorTold;
    private boolean phasesTold;
    private int seqNo;
    private long secondsCharged;
    private volatile @Nullable TransactionEventResponse lastAnswer;

    Session(EvseState evse) {
        this.evse = evse;
    }

    String transactionId() {
        return transactionId;
    }

    List<TransactionEventRequest> events() {
        return events;
    }

    @Nullable TransactionEventResponse lastAnswer() {
        return lastAnswer;
    }

    void charged(long seconds) {
        secondsCharged += seconds;
    }

    void send(TransactionEventEnum type, Cause cause) {
        var station = evse.station();
        var start = evse.takeUnreported();
        // F01.FR.19, F02.FR.21
        var told =
                start.remoteStartId() == null
                        ? cause
                        : cause.triggeredBy(TriggerReasonEnum.REMOTE_START);
        var idToken = start.idToken() != null ? start.idToken() : cause.idToken();
        var state = evse.chargingState();
        var event =
                new TransactionEventRequest(
                        null,
                        type,
                        meterValue(type, told),
                        station.now(),
                        told.trigger(),
                        seqNo++, // E01.FR.07
                        null,
                        phases(state),
                        null,
                        start.reservationId(), // H01.FR.15
                        null,
                        null,
                        transactionInfo(type, told, state, start.remoteStartId()),
                        evse(),
                        idToken,
                        null);
        if (station.settings().framesKept() > 0) {
            events.add(event);
        }
        station.tell(kind(type, told), words(event));
        station.settings().book().happened(station.id(), event);
        station.outbox().add(event, answer -> answered(event, idToken, answer));
    }

    private Transaction transactionInfo(
            TransactionEventEnum type,
            Cause cause,
            ChargingStateEnum state,
            @Nullable Integer remoteStartId) {
        var ended = type == TransactionEventEnum.ENDED;
        return new Transaction(
                transactionId,
                state, // E01.FR.18
                ended ? (int) secondsCharged : null,
                ended ? stoppedReason(cause) : null, // E06.FR.08
                remoteStartId, // F01.FR.25
                null,
                null,
                null,
                null);
    }

    private static ReasonEnum stoppedReason(Cause cause) {
        return cause.stoppedReason() == null ? ReasonEnum.OTHER : cause.stoppedReason();
    }

    /** Once when it is known, and once more when the connector is (E01.FR.16). */
    private @Nullable EVSE evse() {
        var connector = connector();
        if (connectorTold || (evseTold && connector == null)) {
            return null;
        }
        evseTold = true;
        connectorTold = connector != null;
        return new EVSE(evse.evseId(), connector, null);
    }

    private @Nullable Integer connector() {
        return evse.connected() ? evse.connectors().plugged() : null;
    }

    private @Nullable Integer phases(ChargingStateEnum state) {
        if (phasesTold || state != ChargingStateEnum.CHARGING) {
            return null;
        }
        phasesTold = true; // E02.FR.18
        return PHASES;
    }

    private @Nullable List<MeterValue> meterValue(TransactionEventEnum type, Cause cause) {
        return switch (type) {
            case STARTED ->
                    evse.readings()
                            .read(
                                    ReadingContextEnum.TRANSACTION_BEGIN,
                                    "TxStartedMeasurands"); // E01.FR.09
            case UPDATED -> cause.meterValue();
            case ENDED ->
                    evse.readings()
                            .read(
                                    ReadingContextEnum.TRANSACTION_END,
                                    "TxEndedMeasurands"); // E06.FR.11
        };
    }

    private void answered(
            TransactionEventRequest event,
            @Nullable IdToken idToken,
            TransactionEventResponse answer) {
        lastAnswer = answer;
        evse.station().settings().book().acknowledged(evse.station().id(), event);
        var info = answer.idTokenInfo();
        if (info != null) {
            if (idToken != null) {
                evse.station().authorization().learn(idToken, info);
            }
            evse.judged(this, info);
        }
    }

    private static StationEvent.Kind kind(TransactionEventEnum type, Cause cause) {
        return switch (type) {
            case STARTED -> StationEvent.Kind.TRANSACTION_STARTED;
            case ENDED -> StationEvent.Kind.TRANSACTION_ENDED;
            case UPDATED ->
                    cause.meterValue() == null
                            ? StationEvent.Kind.CHARGING
                            : StationEvent.Kind.METER_VALUES;
        };
    }

    private String words(TransactionEventRequest event) {
        var state = event.transactionInfo().chargingState();
        var where = "EVSE " + evse.evseId() + ": ";
        return switch (event.eventType()) {
            case STARTED ->
                    where + "transaction started (" + event.triggerReason().wireName() + ")";
            case ENDED ->
                    where
                            + "transaction ended ("
                            + stoppedReasonOf(event)
                            + "), meter "
                            + evse.meter().register().toPlainString()
                            + " Wh";
            case UPDATED ->
                    event.meterValue() != null
                            ? where
                                    + evse.meter().register().toPlainString()
                                    + " Wh, "
                                    + evse.meter().power().toPlainString()
                                    + " W"
                            : where
                                    + (state == null ? "" : state.wireName() + " ")
                                    + "("
                                    + event.triggerReason().wireName()
                                    + ")";
        };
    }

    private static String stoppedReasonOf(TransactionEventRequest event) {
        var reason = event.transactionInfo().stoppedReason();
        return reason == null ? "no reason" : reason.wireName();
    }
}
