/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.transaction.lifecycle.TransactionEvents.Kept;
import io.ohmnibus.transaction.metering.Measurement;
import io.ohmnibus.transaction.metering.MeterValues;
import io.ohmnibus.transaction.session.Summaries;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Computes transactions anew from the events that were kept as they came: the tables {@code
 * transactions}, {@code meter_values} and {@code sessions} are projections of them. Only summaries
 * that become others are announced. That the platform has given up on an end stays so, since no
 * event tells it.
 */
@Component
class RebuildTransactions {

    /** A transaction that was looked at, and whether it was not as its events say. */
    record Rebuilt(String stationId, String transactionId, boolean changed) {}

    private final Transactions transactions;
    private final TransactionEvents events;
    private final MeterValues meterValues;
    private final Summaries summaries;
    private final TransactionalOperator transaction;

    RebuildTransactions(
            Transactions transactions,
            TransactionEvents events,
            MeterValues meterValues,
            Summaries summaries,
            TransactionalOperator transaction) {
        this.transactions = transactions;
        this.events = events;
        this.meterValues = meterValues;
        this.summaries = summaries;
        this.transaction = transaction;
    }

    /** A page of a tenant's transactions, or of one of its stations, by station and id. */
    Mono<Page<Rebuilt>> rebuild(String tenant, @Nullable String stationId, PageRequest page) {
        Cursor cursor = page.cursor();
        TransactionKey after =
                cursor == null ? null : new TransactionKey(tenant, cursor.text(0), cursor.text(1));
        return events.transactions(tenant, stationId, after, page.fetch())
                .collectList()
                .flatMapMany(keys -> Flux.fromIterable(keys).index())
                .concatMap(key ->
                        key.getT1() < page.limit()
                                ? rebuild(key.getT2())
                                : Mono.just(rebuilt(key.getT2(), false))) // of the next page
                .collectList()
                .map(rows ->
                        Page.of(
                                rows,
                                page,
                                row -> Cursor.of(row.stationId(), row.transactionId())));
    }

    private Mono<Rebuilt> rebuild(TransactionKey key) {
        return transactions
                .lock(List.of(key)) // nobody adds an event meanwhile
                .then(Mono.defer(() -> events.kept(key).collectList()))
                .flatMap(kept -> rebuild(key, kept))
                .map(changed -> rebuilt(key, changed))
                .as(transaction::transactional);
    }

    private Mono<Boolean> rebuild(TransactionKey key, List<Kept> kept) {
        StationKey station = new StationKey(key.tenant(), key.stationId());
        return Flux.concat(
                        transactions.rebuild(key, state(kept), told(kept)),
                        meterValues.correct(station, key.transactionId(), measured(kept)),
                        Mono.defer(() -> summaries.summarize(station, key.transactionId())))
                .reduce(false, Boolean::logicalOr);
    }

    private static List<Measurement> measured(List<Kept> kept) {
        return RecordMeterValues.measured(
                kept.stream()
                        .map(one -> new EventInHand(one.station(), one.event().request()))
                        .toList());
    }

    private static Rebuilt rebuilt(TransactionKey key, boolean changed) {
        return new Rebuilt(key.stationId(), key.transactionId(), changed);
    }

    private static TransactionState state(List<Kept> kept) {
        TransactionState state =
                TransactionState.of(
                        kept.stream().filter(one -> !one.conflicting()).map(Kept::event).toList());
        return kept.stream().anyMatch(Kept::conflicting) ? state.withConflict() : state;
    }

    private static @Nullable IdTokenInfo told(List<Kept> kept) {
        return kept.stream()
                .sorted(Comparator.comparing(one -> one.event().receivedAt()))
                .map(one -> one.answer().idTokenInfo())
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
