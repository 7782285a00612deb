/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.type.IdTokenInfo;
import java.util.HashMap;
import java.util.Map;
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
    public Mono<TransactionState> lock(TransactionKey key) {
        return find(key);
    }

    @Override
    public Mono<Void> add(TransactionKey key, TransactionState state) {
        return Mono.fromRunnable(() -> {
            if (states.putIfAbsent(key, state) != null) {
                throw new IllegalStateException("was added before");
            }
        });
    }

    @Override
    public Mono<Void> replace(TransactionKey key, TransactionState state) {
        return Mono.fromRunnable(() -> {
            if (states.replace(key, state) == null) {
                throw new IllegalStateException("was not added before");
            }
        });
    }

    @Override
    public Mono<Void> authorized(TransactionKey key, IdTokenInfo info) {
        return Mono.fromRunnable(() -> told.put(key, info));
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
