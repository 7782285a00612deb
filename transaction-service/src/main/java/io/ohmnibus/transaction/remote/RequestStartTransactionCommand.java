/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.message.RequestStartTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStartTransactionResponse;
import io.ohmnibus.ocpp.type.ChargingProfilePurposeEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Starts a transaction from afar; the one that carries the remoteStartId is its outcome. */
@UseCase({"F01", "F02"})
final class RequestStartTransactionCommand
        implements PreparingCommandHandler<
                RequestStartTransactionRequest, RequestStartTransactionResponse> {

    /** The station gives the remoteStartId back: it must name one request. */
    static final String UNIQUE = "F02.FR.21";

    private static final Rules<RequestStartTransactionRequest> RULES =
            new Rules<RequestStartTransactionRequest>()
                    .require(
                            "F01.FR.06",
                            "evseId names an EVSE, from 1; without it the station chooses",
                            request -> request.evseId() == null || request.evseId() > 0)
                    .require(
                            "C09.FR.13",
                            "the groupIdToken is of type Central",
                            request ->
                                    request.groupIdToken() == null
                                            || request.groupIdToken().type().equals("Central"))
                    .require(
                            "F01.FR.09",
                            "the charging profile is a TxProfile",
                            request ->
                                    request.chargingProfile() == null
                                            || request.chargingProfile().chargingProfilePurpose()
                                                    == ChargingProfilePurposeEnum.TX_PROFILE)
                    .require(
                            "F01.FR.11",
                            "the charging profile has no transactionId: there is none yet",
                            request ->
                                    request.chargingProfile() == null
                                            || request.chargingProfile().transactionId() == null);

    private final RemoteControl control;

    RequestStartTransactionCommand(RemoteControl control) {
        this.control = control;
    }

    @Override
    public Rules<RequestStartTransactionRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<RequestStartTransactionRequest> prepare(
            StationKey station, RequestStartTransactionRequest request) {
        return rules().check(request)
                .flatMap(_ -> control.open(station, RemoteRequest.of(request)))
                .flatMap(opened -> opened ? Mono.just(request) : Mono.error(used(request)));
    }

    private static RuleViolation used(RequestStartTransactionRequest request) {
        return new RuleViolation(
                UNIQUE, "The station was given remoteStartId " + request.remoteStartId());
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            RequestStartTransactionRequest request,
            Outcome<RequestStartTransactionResponse> outcome) {
        return control.answered(
                station,
                RemoteRequest.of(request),
                outcome,
                response ->
                        RemoteAnswer.of(response.status(), response.statusInfo())
                                .with(response.transactionId()));
    }
}
