/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ReserveNowResponse;
import io.ohmnibus.ocpp.type.ReserveNowStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.command.CommandAnswer;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/**
 * Reserves an EVSE, a kind of connector or any EVSE. Whether something is free, and whether the
 * station takes reservations without an EVSE at all (H01.FR.01, H01.FR.19), the station says.
 */
@UseCase("H01")
final class ReserveNowCommand
        implements PreparingCommandHandler<ReserveNowRequest, ReserveNowResponse> {

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
    public Rules<ReserveNowRequest> rules() {
        Instant now = clock.instant();
        return new Rules<ReserveNowRequest>()
                .require(
                        "H04.FR.01",
                        "expiryDateTime lies ahead",
                        request -> request.expiryDateTime().isAfter(now))
                .require(
                        "H04.FR.01",
                        "expiryDateTime is at most " + properties.longest() + " ahead",
                        request ->
                                !request.expiryDateTime().isAfter(now.plus(properties.longest())))
                .require(
                        "C09.FR.13",
                        "the groupIdToken is of type Central",
                        request ->
                                request.groupIdToken() == null
                                        || request.groupIdToken().type().equals("Central"))
                .require(
                        "H01.FR.23",
                        "evseId names an EVSE, from 1; without it the station chooses",
                        request -> request.evseId() == null || request.evseId() > 0);
    }

    @Override
    public Mono<ReserveNowRequest> prepare(StationKey station, ReserveNowRequest request) {
        return rules().check(request)
                .then(Mono.defer(() -> reservations.request(station, request, clock.instant())))
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
