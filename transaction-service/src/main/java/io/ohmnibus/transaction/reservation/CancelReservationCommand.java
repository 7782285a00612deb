/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.ocpp.message.CancelReservationRequest;
import io.ohmnibus.ocpp.message.CancelReservationResponse;
import io.ohmnibus.ocpp.type.CancelReservationStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.command.CommandAnswer;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Withdraws a reservation. A station that does not know it (H02.FR.01) does not keep it either;
 * should a transaction have come of it, the station says so.
 */
@UseCase("H02")
final class CancelReservationCommand
        implements CommandHandler<CancelReservationRequest, CancelReservationResponse> {

    private final Reservations reservations;
    private final ReservationNews news;
    private final Clock clock;

    CancelReservationCommand(Reservations reservations, ReservationNews news, Clock clock) {
        this.reservations = reservations;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            CancelReservationRequest request,
            Outcome<CancelReservationResponse> outcome) {
        CommandAnswer answer =
                CommandAnswer.of(
                        outcome,
                        response -> CommandAnswer.of(response.status(), response.statusInfo()));
        return reservations
                .cancelAnswered(station, request.reservationId(), answer, turn(outcome))
                .flatMap(news::announce);
    }

    private @Nullable Turn turn(Outcome<CancelReservationResponse> outcome) {
        if (outcome instanceof Outcome.Answered<CancelReservationResponse>(var response)) {
            return response.status() == CancelReservationStatusEnum.ACCEPTED
                    ? new Turn(ReservationState.CANCELLED, true, clock.instant()) // H02.FR.02
                    : new Turn(ReservationState.REMOVED, false, clock.instant());
        }
        return null; // the station still keeps it, or may
    }
}
