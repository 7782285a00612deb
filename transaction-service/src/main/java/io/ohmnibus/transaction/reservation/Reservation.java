/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as REST shows it.
 *
 * @param state Requested, Active, Uncertain (not answered in time), Refused, Replaced, Used,
 *     NoTransaction, Expired, Removed or Cancelled
 * @param evseId the EVSE that is reserved; absent where the station chooses
 * @param connectorType the kind of connector that is reserved
 * @param answer of the station to ReserveNow, or Refused, TimedOut, Offline
 * @param cancelAnswer the last one to CancelReservation
 * @param told whether the station told the end; otherwise the platform concluded it
 * @param transactionId the transaction that came of it
 */
record Reservation(
        String stationId,
        int reservationId,
        String state,
        @Nullable Integer evseId,
        @Nullable String connectorType,
        String idToken,
        String idTokenType,
        @Nullable String groupId,
        @Nullable String groupIdType,
        Instant expiresAt,
        Instant requestedAt,
        @Nullable String answer,
        @Nullable String answerInfo,
        @Nullable String cancelAnswer,
        @Nullable Instant endedAt,
        boolean told,
        @Nullable String transactionId) {}
