/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in the REST API. Times ending in At are the station's, in ReceivedAt ours.
 *
 * @param state Ongoing, Ended, or Abandoned when the end is no longer expected
 * @param groupId the group of the token, as the station was told
 * @param authorizationStatus what the station was told about the token last
 * @param beganAt startedAt where the station's clock is plausible, otherwise when we first heard of
 *     the transaction; the list is sorted and filtered by it
 * @param energyWh imported between the first and the last register reading
 * @param seqNos the sequence numbers that came, as ranges such as 0-4
 * @param seqNoGaps those that are missing in between
 * @param complete from start to end without a gap
 * @param flags what looks wrong: unknownStart, endedBeforeStarted, seqNoGap, seqNoConflict,
 *     severalStarts, severalEnds, eventAfterEnded, clockSuspicious, timeRegression,
 *     meterRegression, meterImplausible
 */
record TransactionDocument(
        String stationId,
        String transactionId,
        String state,
        @Nullable Integer evseId,
        @Nullable Integer connectorId,
        @Nullable String idToken,
        @Nullable String idTokenType,
        @Nullable String groupId,
        @Nullable String authorizationStatus,
        @Nullable Integer remoteStartId,
        @Nullable Integer reservationId,
        @Nullable String chargingState,
        @Nullable String stoppedReason,
        Instant beganAt,
        @Nullable Instant startedAt,
        @Nullable Instant startedReceivedAt,
        @Nullable Boolean startedOffline,
        @Nullable Instant endedAt,
        @Nullable Instant endedReceivedAt,
        @Nullable Boolean endedOffline,
        Instant lastEventAt,
        Instant lastReceivedAt,
        @Nullable BigDecimal energyWh,
        @Nullable BigDecimal meterFirstWh,
        @Nullable BigDecimal meterLastWh,
        List<String> seqNos,
        List<String> seqNoGaps,
        boolean complete,
        List<String> flags) {

    TransactionDocument {
        seqNos = List.copyOf(seqNos);
        seqNoGaps = List.copyOf(seqNoGaps);
        flags = List.copyOf(flags);
    }
}
