/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.type.IdTokenInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Transactions in memory. */
final class FakeTransactions implements Transactions {

    private final Map<TransactionKey, TransactionState> states = new HashMap<>();
    private final Map<TransactionKey, IdTokenInfo> told = new HashMap<>();

    @Override
    public Mono<TransactionState> find(TransactionKey key) {
        return Mono.fromSupplier(() -> states.get(key));
    }

    @Override
    public Mono<Map<TransactionKey, TransactionState>> lock(Collection<TransactionKey> keys) {
        return Flux.fromIterable(keys)
                .filter(states::containsKey)
                .collectMap(key -> key, key -> Objects.requireNonNull(states.get(key)));
    }

    @Override
    public Mono<Void> add(Map<TransactionKey, TransactionState> added) {
        return Mono.fromRunnable(() ->
                added.forEach((key, state) -> {
                    if (states.putIfAbsent(key, state) != null) {
                        throw new IllegalStateException("was added before");
                    }
                }));
    }

    @Override
    public Mono<Void> replace(Map<TransactionKey, TransactionState> replaced) {
        return Mono.fromRunnable(() ->
                replaced.forEach((key, state) -> {
                    if (states.replace(key, state) == null) {
                        throw new IllegalStateException("was not added before");
                    }
                }));
    }

    @Override
    public Mono<Void> authorized(Map<TransactionKey, IdTokenInfo> infos) {
        return Mono.fromRunnable(() -> told.putAll(infos));
    }

    @Override
    public Mono<Boolean> rebuild(
            TransactionKey key, TransactionState state, @Nullable IdTokenInfo info) {
        return Mono.fromSupplier(() -> !state.equals(states.put(key, state)));
    }

    /** Gives up the end of a transaction. */
    void abandon(TransactionKey key) {
        states.computeIfPresent(
                key,
                (_, state) ->
                        new TransactionState(
                                state.received(),
                                state.started(),
                                state.ended(),
                                state.lastEventAt(),
                                state.place(),
                                state.token(),
                                state.details(),
                                state.energy(),
                                state.sticky(),
                                true));
    }

    /** The state of a transaction that must be there. */
    TransactionState state(String stationId, String transactionId) {
        TransactionState state =
                states.get(new TransactionKey("default", stationId, transactionId));
        if (state == null) {
            throw new AssertionError("no transaction " + stationId + "/" + transactionId);
        }
        return state;
    }

    Map<TransactionKey, TransactionState> all() {
        return states;
    }

    Map<TransactionKey, IdTokenInfo> told() {
        return told;
    }
}
