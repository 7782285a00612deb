/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.reservation.Reservations.Changed;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Ends reservations whose station does not tell that they have expired: it is offline, or forgot
 * them. Safe to run on several instances at a time.
 */
@UseCase("H04")
final class ExpireReservations {

    private static final int AT_ONCE = 500;

    private final Reservations reservations;
    private final ReservationNews news;
    private final ReservationProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ExpireReservations(
            Reservations reservations,
            ReservationNews news,
            ReservationProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        this.reservations = reservations;
        this.news = news;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5S")
    Mono<Void> expire() {
        return Mono.defer(() -> expired(clock.instant()))
                .flatMap(news::announce)
                .as(transaction::transactional);
    }

    private Mono<List<Changed>> expired(Instant now) {
        return reservations.expire(
                now.minus(properties.expiryGrace()),
                new Turn(ReservationState.EXPIRED, false, now),
                AT_ONCE);
    }
}
