/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.TokenJudge.Judgement;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.AuthorizeResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.AuthorizeCertificateStatusEnum;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Tells a station whether a token may charge, before there is a transaction. */
@UseCase({"C01", "C02", "C04", "C06", "C09"})
final class AuthorizeHandler implements CallHandler<AuthorizeRequest, AuthorizeResponse> {

    private final TokenJudge judge;
    private final Claims claims;

    AuthorizeHandler(TokenJudge judge, Claims claims) {
        this.judge = judge;
        this.claims = claims;
    }

    @Override
    public Mono<AuthorizeResponse> handle(Station station, AuthorizeRequest request) {
        if (request.certificate() != null || request.iso15118CertificateHashData() != null) {
            return Mono.just(unverifiable());
        }
        return judge.judge(station.key(), request.idToken(), null)
                .flatMap(judgement -> concurrency(station, judgement))
                .map(info -> new AuthorizeResponse(info, null, null, null, null)); // C01.FR.07
    }

    /**
     * A token that charges at another station is refused before the driver plugs in. At its own
     * station the driver may want to stop, so there it is accepted.
     */
    private Mono<IdTokenInfo> concurrency(Station station, Judgement judgement) {
        IdTokenInfo info = judgement.info();
        return judgement.isAccepted() && judgement.exclusive()
                ? claims.of(judgement.token())
                        .any(claim -> !claim.stationId().equals(station.id()))
                        .map(elsewhere ->
                                elsewhere
                                        ? Authorization.withStatus(
                                                info, AuthorizationStatusEnum.CONCURRENT_TX)
                                        : info)
                : Mono.just(info);
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
