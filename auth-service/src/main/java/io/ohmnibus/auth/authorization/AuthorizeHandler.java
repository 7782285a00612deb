/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.TokenJudge.Judgement;
import io.ohmnibus.auth.authorization.TokenJudge.Presented;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.AuthorizeResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.AuthorizeCertificateStatusEnum;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Tells stations whether a token may charge, before there is a transaction. */
@UseCase({"C01", "C02", "C04", "C06", "C09"})
final class AuthorizeHandler
        implements BatchCallHandler<
                AuthorizeRequest, AuthorizeResponse, Received<AuthorizeRequest>> {

    private final TokenJudge judge;
    private final Claims claims;

    AuthorizeHandler(TokenJudge judge, Claims claims) {
        this.judge = judge;
        this.claims = claims;
    }

    @Override
    public Mono<Received<AuthorizeRequest>> read(Station station, AuthorizeRequest request) {
        return Mono.just(new Received<>(station, request));
    }

    @Override
    public Mono<List<AuthorizeResponse>> handleAll(List<Received<AuthorizeRequest>> calls) {
        return judge.judge(calls.stream().map(AuthorizeHandler::presented).toList())
                .flatMap(judgements ->
                        claimsOn(judgements).map(held -> answers(calls, judgements, held)));
    }

    private static Presented presented(Received<AuthorizeRequest> call) {
        return new Presented(call.station().key(), call.message().idToken(), null);
    }

    /** Who has those tokens that one transaction at a time may have. */
    private Mono<Map<TokenKey, Collection<TokenClaim>>> claimsOn(List<Judgement> judgements) {
        List<TokenKey> exclusive =
                judgements.stream()
                        .filter(judgement -> judgement.isAccepted() && judgement.exclusive())
                        .map(Judgement::token)
                        .distinct()
                        .toList();
        return exclusive.isEmpty() ? Mono.just(Map.of()) : claims.of(exclusive);
    }

    private static List<AuthorizeResponse> answers(
            List<Received<AuthorizeRequest>> calls,
            List<Judgement> judgements,
            Map<TokenKey, Collection<TokenClaim>> held) {
        List<AuthorizeResponse> answers = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            AuthorizeRequest request = calls.get(i).message();
            boolean contract =
                    request.certificate() != null || request.iso15118CertificateHashData() != null;
            answers.add(
                    contract
                            ? unverifiable()
                            : answer(calls.get(i).station(), judgements.get(i), held));
        }
        return answers;
    }

    /**
     * A token that charges at another station is refused before the driver plugs in. At its own
     * station the driver may want to stop, so there it is accepted.
     */
    private static AuthorizeResponse answer(
            Station station, Judgement judgement, Map<TokenKey, Collection<TokenClaim>> held) {
        boolean elsewhere =
                judgement.isAccepted()
                        && judgement.exclusive()
                        && held.getOrDefault(judgement.token(), List.of()).stream()
                                .anyMatch(claim -> !claim.stationId().equals(station.id()));
        IdTokenInfo info =
                elsewhere
                        ? Authorization.withStatus(
                                judgement.info(), AuthorizationStatusEnum.CONCURRENT_TX)
                        : judgement.info();
        return new AuthorizeResponse(info, null, null, null, null); // C01.FR.07
    }

    /** Contract certificates cannot be verified yet, and are refused as such (C07.FR.17). */
    private static AuthorizeResponse unverifiable() {
        return new AuthorizeResponse(
                Authorization.status(AuthorizationStatusEnum.INVALID),
                AuthorizeCertificateStatusEnum.CERT_CHAIN_ERROR,
                null,
                null,
                null);
    }
}
