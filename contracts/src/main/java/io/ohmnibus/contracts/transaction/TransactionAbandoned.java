/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The platform no longer expects the end of a transaction: another one began later at its EVSE, its
 * station told nothing for very long, or said that it is over. Whatever the transaction holds is
 * free again. Should the station speak of it after all, it goes on ({@link TransactionResumed}),
 * and {@link TransactionEnded} follows as usual.
 *
 * @param supersededBy the transaction that began later at the same EVSE; null otherwise
 * @param lastReceivedAt when the platform heard of it last
 */
public record TransactionAbandoned(
        String transactionId,
        @Nullable Integer evseId,
        @Nullable String supersededBy,
        Instant lastReceivedAt)
        implements TransactionNews {}
