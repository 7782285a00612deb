/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import io.ohmnibus.ocpp.type.IdToken;
import org.jspecify.annotations.Nullable;

/**
 * May this token charge in this transaction of the station? Answered by {@link
 * TransactionAuthorization}. With purpose {@link Purpose#CHARGE} a yes also claims the token for
 * the transaction, until {@code TransactionEnded} or {@code TransactionAbandoned}; the same
 * transaction may ask again.
 *
 * @param evseId where, as far as it is known
 * @param ended a transaction that holds the token but has ended, as the asking service knows; its
 *     claim is dropped first
 */
public record AuthorizeTransaction(
        String transactionId,
        IdToken idToken,
        @Nullable Integer evseId,
        Purpose purpose,
        @Nullable TokenClaim ended) {

    /** What the token was presented for. */
    public enum Purpose {
        /** To take energy, now. */
        CHARGE,
        /** To stop, or in a transaction that is over: the token is judged but not claimed. */
        STOP
    }
}
