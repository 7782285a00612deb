/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ReserveNowResponse;
import io.ohmnibus.ocpp.type.ReserveNowStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.command.CommandAnswer;
import io.ohmnibus.transaction.reservation.Reservations.Kept;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Reserves an EVSE, a kind of connector or any EVSE. Whether something is free, and whether the
 * station takes reservations without an EVSE at all (H01.FR.01, H01.FR.19), the station says.
 */
@UseCase("H01")
final class ReserveNowCommand implements CommandHandler<ReserveNowRequest, ReserveNowResponse> {

    /** A known id replaces the open reservation that has it; one that is over keeps its id. */
    static final String UNIQUE = "H01.FR.02";

    private final Reservations reservations;
    private final ReservationNews news;
    private final ReservationProperties properties;
    private final Clock clock;

    ReserveNowCommand(
            Reservations reservations,
            ReservationNews news,
            ReservationProperties properties,
            Clock clock) {
        this.reservations = reservations;
        this.news = news;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<ReserveNowRequest> prepare(StationKey station, ReserveNowRequest request) {
        Instant now = clock.instant();
        return Mono.justOrEmpty(broken(request, now))
                .<Kept>flatMap(Mono::error)
                .switchIfEmpty(Mono.defer(() -> reservations.request(station, request, now)))
                .flatMap(kept ->
                        switch (kept) {
                            case YES -> Mono.just(request);
                            case ID_IS_USED ->
                                    Mono.error(
                                            new RuleViolation(
                                                    UNIQUE,
                                                    "The station had a reservation with id "
                                                            + request.id()
                                                            + ", which is over"));
                            case TOO_MANY_OF_TOKEN ->
                                    Mono.error(
                                            new RuleViolation(
                                                    "H01",
                                                    "The token has "
                                                            + properties.maxPerToken()
                                                            + " reservations already"));
                        });
    }

    private Optional<RuleViolation> broken(ReserveNowRequest request, Instant now) {
        Instant expiry = request.expiryDateTime();
        Integer evse = request.evseId();
        if (!expiry.isAfter(now)) {
            return violation("H04.FR.01", "expiryDateTime lies ahead");
        }
        if (expiry.isAfter(now.plus(properties.longest()))) {
            return violation(
                    "H04.FR.01", "expiryDateTime is at most " + properties.longest() + " ahead");
        }
        if (evse != null && evse < 1) {
            return violation(
                    "H01.FR.23", "evseId names an EVSE, from 1; without it the station chooses");
        }
        return Optional.empty();
    }

    private static Optional<RuleViolation> violation(String requirement, String text) {
        return Optional.of(new RuleViolation(requirement, text));
    }

    @Override
    public Mono<Void> completed(
            StationKey station, ReserveNowRequest request, Outcome<ReserveNowResponse> outcome) {
        CommandAnswer answer =
                CommandAnswer.of(
                        outcome,
                        response -> CommandAnswer.of(response.status(), response.statusInfo()));
        boolean told = outcome instanceof Outcome.Answered<?> || outcome instanceof Outcome.Refused;
        Turn turn = new Turn(state(outcome), told, clock.instant());
        return reservations.answered(station, request.id(), answer, turn).flatMap(news::announce);
    }

    private static ReservationState state(Outcome<ReserveNowResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<ReserveNowResponse>(var response) ->
                    response.status() == ReserveNowStatusEnum.ACCEPTED
                            ? ReservationState.ACTIVE
                            : ReservationState.REFUSED;
            case Outcome.TimedOut<?> _ -> ReservationState.UNCERTAIN;
            case Outcome.Refused<?> _, Outcome.Offline<?> _ -> ReservationState.REFUSED;
        };
    }
}
