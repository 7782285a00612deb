/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.lifecycle.TransactionState.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** Keeps what is known about the transaction, and announces its start and its end, once each. */
@Order(100)
@UseCase({"E01", "E02", "E03", "E06", "E07", "E08", "E09", "E11", "E12"})
final class RecordTransaction implements TransactionEventStep {

    private final Transactions transactions;
    private final TransactionEvents earlier;
    private final Events events;

    RecordTransaction(Transactions transactions, TransactionEvents earlier, Events events) {
        this.transactions = transactions;
        this.earlier = earlier;
        this.events = events;
    }

    @Override
    public Mono<TransactionEventResponse> apply(
            Station station, TransactionEventRequest request, TransactionEventResponse answer) {
        TransactionKey key = TransactionKey.of(station, request);
        ReceivedEvent event = new ReceivedEvent(request, station.call().receivedAt());
        return transactions
                .lock(key)
                .flatMap(before -> continued(station, key, before, event).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> begun(station, key, event).thenReturn(true)))
                .thenReturn(answer);
    }

    private Mono<Void> begun(Station station, TransactionKey key, ReceivedEvent event) {
        TransactionState state = TransactionState.of(List.of(event));
        return transactions.add(key, state).then(announce(station, key, null, state));
    }

    private Mono<Void> continued(
            Station station, TransactionKey key, TransactionState before, ReceivedEvent event) {
        if (before.received().seqNos().contains(event.seqNo())) {
            return transactions.replace(key, before.withConflict());
        }
        return after(key, before, event)
                .flatMap(state ->
                        transactions
                                .replace(key, state)
                                .then(announce(station, key, before, state)));
    }

    /** In order it is one step further; what comes late is put in its place (F32). */
    private Mono<TransactionState> after(
            TransactionKey key, TransactionState before, ReceivedEvent event) {
        if (before.isContinuedBy(event)) {
            return Mono.just(before.then(event));
        }
        return earlier.of(key)
                .concatWithValues(event)
                .collectList()
                .map(TransactionState::of)
                .map(state -> before.hasConflict() ? state.withConflict() : state);
    }

    private Mono<Void> announce(
            Station station,
            TransactionKey key,
            @Nullable TransactionState before,
            TransactionState after) {
        Mark start = before == null || before.started() == null ? after.started() : null;
        Mark end = before == null || before.ended() == null ? after.ended() : null;
        Mono<Void> announced = Mono.empty();
        if (start != null) {
            announced = events.publish(station.key(), started(key, after, start));
        }
        if (end != null) {
            announced = announced.then(events.publish(station.key(), ended(key, after, end)));
        }
        return announced;
    }

    private static TransactionStarted started(
            TransactionKey key, TransactionState state, Mark start) {
        return new TransactionStarted(
                key.transactionId(),
                start.stationTime(),
                start.receivedAt(),
                state.place().evseId(),
                state.place().connectorId(),
                state.token(),
                state.details().remoteStartId(),
                state.details().reservationId(),
                start.offline());
    }

    private static TransactionEnded ended(TransactionKey key, TransactionState state, Mark end) {
        ReasonEnum reason = state.details().stoppedReason();
        Mark start = state.started();
        return new TransactionEnded(
                key.transactionId(),
                start == null ? null : start.stationTime(),
                end.stationTime(),
                end.receivedAt(),
                state.place().evseId(),
                state.place().connectorId(),
                state.token(),
                (reason == null ? ReasonEnum.LOCAL : reason).wireName(),
                state.energy().total(),
                state.isComplete());
    }
}
