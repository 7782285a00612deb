/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.Station;
import org.jspecify.annotations.Nullable;

/**
 * A transaction event on its way through the steps: what came, what others said of it, the answer.
 */
public final class EventInHand {

    private final Station station;
    private final TransactionEventRequest request;
    private final TransactionKey key;
    private @Nullable EventContent content;
    private @Nullable IdTokenInfo judgement;
    private @Nullable TransactionState before;
    private TransactionEventResponse answer = TransactionEventResponse.EMPTY;

    public EventInHand(Station station, TransactionEventRequest request) {
        this.station = station;
        this.request = request;
        this.key = TransactionKey.of(station, request);
    }

    /** The same as it was before the first step: steps may have to begin anew. */
    EventInHand anew() {
        EventInHand anew = new EventInHand(station, request);
        anew.content = content();
        anew.judgement = judgement;
        return anew;
    }

    public Station station() {
        return station;
    }

    public TransactionEventRequest request() {
        return request;
    }

    /** Unique for the station only. */
    public String transactionId() {
        return key.transactionId();
    }

    public @Nullable Integer evseId() {
        EVSE evse = request.evse();
        return evse == null ? null : evse.id();
    }

    /** Whether it says that its transaction is at an EVSE where it was not known to be. */
    public boolean tellsItsEvse() {
        Integer evseId = evseId();
        return evseId != null && (before == null || !evseId.equals(before.place().evseId()));
    }

    TransactionKey key() {
        return key;
    }

    EventContent content() {
        EventContent written = content;
        if (written == null) {
            written = EventContent.of(station.version(), request);
            content = written;
        }
        return written;
    }

    ReceivedEvent received() {
        return new ReceivedEvent(request, station.call().receivedAt());
    }

    /** What is known of its transaction so far; null where it is the first event. */
    @Nullable TransactionState before() {
        return before;
    }

    /** Whether another event of the transaction had its sequence number. */
    boolean isConflicting() {
        return before != null && before.received().seqNos().contains(request.seqNo());
    }

    void continues(@Nullable TransactionState known) {
        before = known;
    }

    /** What auth-service said of the token; null without a token. */
    @Nullable IdTokenInfo judgement() {
        return judgement;
    }

    void judged(IdTokenInfo told) {
        judgement = told;
    }

    /** What the station will be told, as far as it is known. */
    public TransactionEventResponse answer() {
        return answer;
    }

    /** Replaces the answer by one that says more. */
    public void answer(TransactionEventResponse more) {
        answer = more;
    }
}
