/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction comes to, the basis of a charge detail record. Written when it has ended or is
 * given up, and again when a late event changes it: the one with the highest revision counts. One
 * that was given up and goes on after all is summed up again at its end. Times are the station's,
 * durations in seconds.
 *
 * @param revision 1, then one more with each change
 * @param state Ended or Abandoned
 * @param idToken who began it; where no event told, for whom it was started from afar
 * @param stopIdToken who ended it, where a token did
 * @param stoppedReason wire name of ReasonEnumType
 * @param energyWh imported energy between the first and the last register reading
 * @param durationSeconds from start to end; absent without both
 * @param chargingSeconds in which the charging state was Charging
 * @param idleSeconds all others
 * @param complete from start to end without a gap
 * @param flags what looks wrong, as in the REST API; and {@code overlap} when another transaction
 *     went on at the EVSE at the same time
 */
public record SessionSummarized(
        String stationId,
        String transactionId,
        long revision,
        String state,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable String idToken,
        @Nullable String idTokenType,
        @Nullable String groupId,
        @Nullable String stopIdToken,
        @Nullable Integer remoteStartId,
        @Nullable Integer reservationId,
        @Nullable String stoppedReason,
        @Nullable BigDecimal energyWh,
        @Nullable Long durationSeconds,
        @Nullable Long chargingSeconds,
        @Nullable Long idleSeconds,
        boolean complete,
        List<String> flags,
        Instant changedAt)
        implements TransactionNews {

    public SessionSummarized {
        flags = List.copyOf(flags);
    }
}
