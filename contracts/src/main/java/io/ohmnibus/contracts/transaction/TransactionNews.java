/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

/** Everything that is announced of transactions, for those who want all of it. */
public sealed interface TransactionNews
        permits TransactionStarted,
                TransactionUpdated,
                TransactionEnded,
                TransactionAbandoned,
                TransactionResumed,
                SessionSummarized {

    String transactionId();
}
