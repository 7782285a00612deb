/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.ocpp.message.ReservationStatusUpdateRequest;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes the end of a reservation: expired, removed, or used without a transaction. */
@UseCase({"H01", "H03", "H04"})
final class ReservationStatusUpdateHandler
        implements CallHandler<ReservationStatusUpdateRequest, ReservationStatusUpdateResponse> {

    private static final Logger log = LoggerFactory.getLogger(ReservationStatusUpdateHandler.class);

    private final Reservations reservations;
    private final ReservationNews news;

    ReservationStatusUpdateHandler(Reservations reservations, ReservationNews news) {
        this.reservations = reservations;
        this.news = news;
    }

    @Override
    public Mono<ReservationStatusUpdateResponse> handle(
            Station station, ReservationStatusUpdateRequest request) {
        Turn turn = new Turn(state(request), true, station.call().receivedAt());
        return reservations
                .reported(station.key(), request.reservationId(), turn)
                .doOnNext(changed -> {
                    if (changed.isEmpty()) {
                        log.info(
                                "{} ReservationStatusUpdate {}: no reservation {} is open",
                                station.key(),
                                station.call().messageId(),
                                request.reservationId());
                    }
                })
                .flatMap(news::announce)
                .thenReturn(ReservationStatusUpdateResponse.EMPTY);
    }

    private static ReservationState state(ReservationStatusUpdateRequest request) {
        return switch (request.reservationUpdateStatus()) {
            case EXPIRED -> ReservationState.EXPIRED; // H04.FR.01
            case REMOVED -> ReservationState.REMOVED; // H01.FR.16, H01.FR.17
            case NO_TRANSACTION -> ReservationState.NO_TRANSACTION; // H03.FR.11
        };
    }
}
