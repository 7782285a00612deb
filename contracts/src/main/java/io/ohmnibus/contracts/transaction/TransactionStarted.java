/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station reported the start of a transaction. Published once per transaction; after {@link
 * TransactionEnded} when the station's messages arrived in that order.
 *
 * @param startedAt by the station's clock
 * @param receivedAt by ours
 * @param idToken absent when the transaction started before anybody was authorized
 * @param offline the station had no connection when the transaction started
 */
public record TransactionStarted(
        String transactionId,
        Instant startedAt,
        Instant receivedAt,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable UsedToken idToken,
        @Nullable Integer remoteStartId,
        @Nullable Integer reservationId,
        boolean offline)
        implements TransactionNews {}
