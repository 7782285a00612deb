/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station spoke of a transaction after all that the platform had given up: it goes on. {@link
 * TransactionAbandoned} and the summary that followed it count no longer, until its end. Not
 * published when it was the end that came.
 *
 * @param receivedAt when the event came that told so, by our clock
 */
public record TransactionResumed(
        String transactionId,
        Instant receivedAt,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable UsedToken idToken)
        implements TransactionNews {}
