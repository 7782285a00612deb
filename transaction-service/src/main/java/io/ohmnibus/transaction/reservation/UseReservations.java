/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.lifecycle.EventInHand;
import io.ohmnibus.transaction.lifecycle.TransactionEventStep;
import io.ohmnibus.transaction.reservation.Reservations.Use;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/**
 * A transaction that names a reservation of its station has used it (H01.FR.15), also when we hear
 * of it late.
 */
@Order(160)
@UseCase("H03")
final class UseReservations implements TransactionEventStep {

    private final Reservations reservations;
    private final ReservationNews news;
    private final Clock clock;

    UseReservations(Reservations reservations, ReservationNews news, Clock clock) {
        this.reservations = reservations;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Mono<Void> apply(List<EventInHand> events) {
        List<Use> uses =
                events.stream()
                        .filter(event -> event.request().reservationId() != null)
                        .map(event ->
                                new Use(
                                        event.station().key(),
                                        Objects.requireNonNull(event.request().reservationId()),
                                        event.transactionId()))
                        .toList();
        return uses.isEmpty()
                ? Mono.empty()
                : reservations.used(uses, clock.instant()).flatMap(news::announce);
    }
}
