/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.contracts.transaction.ReservationChanged;
import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.transaction.reservation.Reservations.Changed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Announces changes of reservations, and counts them. */
@Component
final class ReservationNews {

    private final Events events;
    private final MeterRegistry registry;
    private final Clock clock;

    ReservationNews(Events events, MeterRegistry registry, Clock clock) {
        this.events = events;
        this.registry = registry;
        this.clock = clock;
    }

    Mono<Void> announce(List<Changed> changes) {
        return Flux.fromIterable(changes)
                .concatMap(changed ->
                        events.publish(changed.station(), event(changed))
                                .doOnSuccess(_ -> count(changed)))
                .then();
    }

    /** {@code ohmnibus.reservation.changes}, by the state that is reached. */
    private void count(Changed changed) {
        registry.counter("ohmnibus.reservation.changes", "state", changed.reservation().state())
                .increment();
    }

    private ReservationChanged event(Changed changed) {
        Reservation now = changed.reservation();
        return new ReservationChanged(
                now.reservationId(),
                now.state(),
                changed.from(),
                now.evseId(),
                now.connectorType(),
                new UsedToken(now.idToken(), now.idTokenType()),
                group(now.groupId(), now.groupIdType()),
                now.expiresAt(),
                now.answer(),
                now.told(),
                now.transactionId(),
                clock.instant());
    }

    private static @Nullable UsedToken group(@Nullable String id, @Nullable String type) {
        return id == null || type == null ? null : new UsedToken(id, type);
    }
}
