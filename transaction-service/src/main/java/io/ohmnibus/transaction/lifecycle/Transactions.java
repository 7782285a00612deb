/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.type.IdTokenInfo;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is known about each transaction. */
interface Transactions {

    /** The transaction, or empty. */
    Mono<TransactionState> find(TransactionKey key);

    /**
     * Those of the transactions that are known; nobody else changes them until the end of our
     * database transaction.
     */
    Mono<Map<TransactionKey, TransactionState>> lock(Collection<TransactionKey> keys);

    /** Adds transactions that {@link #lock} did not find. */
    Mono<Void> add(Map<TransactionKey, TransactionState> states);

    /** Replaces what is known about transactions that {@link #lock} found. */
    Mono<Void> replace(Map<TransactionKey, TransactionState> states);

    /** Keeps what the stations were told about the tokens of transactions. */
    Mono<Void> authorized(Map<TransactionKey, IdTokenInfo> told);

    /**
     * Makes what is known of a transaction what its events say, except that it stays Abandoned;
     * whether it was anything else.
     */
    Mono<Boolean> rebuild(TransactionKey key, TransactionState state, @Nullable IdTokenInfo told);
}
