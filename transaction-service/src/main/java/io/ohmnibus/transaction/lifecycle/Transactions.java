/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.type.IdTokenInfo;
import reactor.core.publisher.Mono;

/** What is known about each transaction. */
interface Transactions {

    /** The transaction, or empty. */
    Mono<TransactionState> find(TransactionKey key);

    /** The transaction, or empty; nobody else changes it until the end of our transaction. */
    Mono<TransactionState> lock(TransactionKey key);

    /** Adds a transaction that {@link #lock} did not find. */
    Mono<Void> add(TransactionKey key, TransactionState state);

    /** Replaces what is known about a transaction that {@link #lock} found. */
    Mono<Void> replace(TransactionKey key, TransactionState state);

    /** Keeps what the station was told about the token of a transaction. */
    Mono<Void> authorized(TransactionKey key, IdTokenInfo told);
}
