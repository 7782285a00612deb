/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Reservations of an EVSE, of a kind of connector or of any EVSE (H01 to H04).
 *
 * <p>Each ReserveNow is a row that is written before it is sent, since what follows from it may
 * overtake the answer. Its state changes by what the station says: the answer, a
 * ReservationStatusUpdate, a transaction with its reservationId. A station that is offline when the
 * time is over says nothing; then the platform concludes that the reservation has expired, and what
 * the station tells later still counts more. Every change is announced as {@code
 * ReservationChanged}.
 */
@NullMarked
package io.ohmnibus.transaction.reservation;

import org.jspecify.annotations.NullMarked;
