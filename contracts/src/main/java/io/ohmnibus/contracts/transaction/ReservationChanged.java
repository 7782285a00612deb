/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a reservation became another.
 *
 * @param state Active, Uncertain (the station did not answer in time), Refused, Replaced, Used,
 *     NoTransaction, Expired, Removed or Cancelled
 * @param from the state before; Requested at first
 * @param evseId the EVSE that is reserved; null where the station chooses
 * @param connectorType the kind of connector that is reserved; null for any
 * @param idToken for whom it is
 * @param groupIdToken for which group it is
 * @param expiresAt when it ends by itself
 * @param answer what the station said to ReserveNow, or Refused, TimedOut, Offline
 * @param told whether the station told the end, or the platform concluded it
 * @param transactionId the transaction that came of it
 * @param at by the clock of the platform
 */
public record ReservationChanged(
        int reservationId,
        String state,
        String from,
        @Nullable Integer evseId,
        @Nullable String connectorType,
        UsedToken idToken,
        @Nullable UsedToken groupIdToken,
        Instant expiresAt,
        @Nullable String answer,
        boolean told,
        @Nullable String transactionId,
        Instant at) {}
