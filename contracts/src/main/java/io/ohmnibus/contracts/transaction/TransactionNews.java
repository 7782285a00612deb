/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is announced of transactions, for those who want all of it. */
public sealed interface TransactionNews
        permits TransactionStarted,
                TransactionUpdated,
                TransactionEnded,
                TransactionAbandoned,
                TransactionResumed,
                SessionSummarized {

    String transactionId();

    /** The names of all of these. */
    static Set<String> types() {
        return Arrays.stream(TransactionNews.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
