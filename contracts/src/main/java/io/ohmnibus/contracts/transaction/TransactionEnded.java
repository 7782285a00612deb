/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A station reported the end of a transaction. Published once per transaction, with what is known
 * then; messages that arrive later still change what the REST API shows.
 *
 * @param startedAt by the station's clock; null while its start is not known
 * @param endedAt by the station's clock
 * @param receivedAt by ours
 * @param stoppedReason wire name of ReasonEnumType
 * @param energyWh imported energy between the first and last register reading, if there are two
 * @param complete no message between start and end was missing at that time
 */
public record TransactionEnded(
        String transactionId,
        @Nullable Instant startedAt,
        Instant endedAt,
        Instant receivedAt,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable UsedToken idToken,
        String stoppedReason,
        @Nullable BigDecimal energyWh,
        boolean complete)
        implements TransactionNews {}
