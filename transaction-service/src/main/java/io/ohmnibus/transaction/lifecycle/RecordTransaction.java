/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.contracts.transaction.TransactionUpdated;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.store.Writes;
import io.ohmnibus.transaction.lifecycle.TransactionState.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps what is known about the transaction, and announces its start and its end, once each, what
 * changes in between, and that one goes on which was given up.
 */
@Order(100)
@UseCase({
    "E01", "E02", "E03", "E04", "E06", "E07", "E08", "E09", "E10", "E11", "E12", "E15", "E17"
})
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
    public Mono<Void> apply(List<EventInHand> events) {
        return Flux.fromIterable(events)
                .concatMap(this::change)
                .collectList()
                .flatMap(this::record);
    }

    /** What an event makes of its transaction; null before where it is the first one. */
    private record Change(
            EventInHand event, @Nullable TransactionState before, TransactionState after) {}

    private Mono<Change> change(EventInHand event) {
        TransactionState before = event.before();
        ReceivedEvent received = event.received();
        if (before == null) {
            return Mono.just(new Change(event, null, TransactionState.of(List.of(received))));
        }
        if (event.isConflicting()) {
            return Mono.just(new Change(event, before, before.withConflict()));
        }
        return after(event.key(), before, received).map(after -> new Change(event, before, after));
    }

    private Mono<Void> record(List<Change> changes) {
        Map<TransactionKey, TransactionState> begun = new LinkedHashMap<>();
        Map<TransactionKey, TransactionState> continued = new LinkedHashMap<>();
        for (Change change : changes) {
            (change.before() == null ? begun : continued).put(change.event().key(), change.after());
        }
        return Writes.later(transactions.add(begun))
                .then(Writes.later(transactions.replace(continued)))
                .thenMany(Flux.fromIterable(changes))
                .concatMap(this::announce)
                .then();
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

    private Mono<Void> announce(Change change) {
        TransactionState before = change.before();
        TransactionState after = change.after();
        TransactionKey key = change.event().key();
        StationKey station = change.event().station().key();
        Mark start = before == null || before.started() == null ? after.started() : null;
        Mark end = before == null || before.ended() == null ? after.ended() : null;
        Mono<Void> announced = Mono.empty();
        if (before != null && before.abandoned() && end == null) {
            announced = events.publish(station, resumed(change));
        }
        if (start != null) {
            announced = announced.then(events.publish(station, started(key, after, start)));
        }
        if (end != null) {
            announced = announced.then(events.publish(station, ended(key, after, end)));
        } else if (before != null && tellsMore(before, after)) {
            announced = announced.then(events.publish(station, updated(key, after)));
        }
        return announced;
    }

    /** Whatever changes what was said of an end; before it, all but meter values. */
    private static boolean tellsMore(TransactionState before, TransactionState after) {
        return before.hasEnded()
                || !before.place().equals(after.place())
                || !Objects.equals(before.token(), after.token())
                || before.details().chargingState() != after.details().chargingState();
    }

    private static TransactionUpdated updated(TransactionKey key, TransactionState state) {
        ChargingStateEnum charging = state.details().chargingState();
        return new TransactionUpdated(
                key.transactionId(),
                state.received().lastAt(),
                state.place().evseId(),
                state.place().connectorId(),
                state.token(),
                charging == null ? null : charging.wireName(),
                state.energy().total(),
                state.hasEnded());
    }

    private static TransactionResumed resumed(Change change) {
        TransactionState state = change.after();
        return new TransactionResumed(
                change.event().transactionId(),
                change.event().received().receivedAt(),
                state.place().evseId(),
                state.place().connectorId(),
                state.token());
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
