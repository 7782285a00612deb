/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Authorization.Verdict;
import io.ohmnibus.auth.authorization.AuthorizeHandler.Asked;
import io.ohmnibus.auth.authorization.DecisionLog.Decided;
import io.ohmnibus.auth.authorization.TokenJudge.Judgement;
import io.ohmnibus.auth.decision.Reason;
import io.ohmnibus.auth.external.ExternalAuthorizer.Purpose;
import io.ohmnibus.auth.external.ExternalAuthorizer.Question;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.AuthorizeResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.AuthorizeCertificateStatusEnum;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Tells stations whether a token may charge, before there is a transaction. */
@UseCase({"C01", "C02", "C04", "C06", "C09", "C10", "C12", "C15", "C16"})
final class AuthorizeHandler
        implements BatchCallHandler<AuthorizeRequest, AuthorizeResponse, Asked> {

    private final Presentation presentation;
    private final TokenJudge judge;
    private final Claims claims;
    private final Guesses guesses;
    private final DecisionLog log;

    AuthorizeHandler(
            Presentation presentation,
            TokenJudge judge,
            Claims claims,
            Guesses guesses,
            DecisionLog log) {
        this.presentation = presentation;
        this.judge = judge;
        this.claims = claims;
        this.guesses = guesses;
        this.log = log;
    }

    /**
     * What a station asks.
     *
     * @param contract it is about a contract certificate
     */
    record Asked(Presented presented, boolean contract) {}

    @Override
    public Mono<Asked> read(Station station, AuthorizeRequest request) {
        boolean contract =
                request.certificate() != null || request.iso15118CertificateHashData() != null;
        return presentation
                .of(new Question(station.key(), null, request.idToken(), Purpose.Authorize, null))
                .map(presented -> new Asked(presented, contract));
    }

    @Override
    public Mono<List<AuthorizeResponse>> handleAll(List<Asked> calls) {
        List<Presented> presented = calls.stream().map(Asked::presented).toList();
        return judge.judge(presented)
                .flatMap(judgements ->
                        claimsOn(judgements).map(held -> decided(calls, judgements, held)))
                .flatMap(guesses::refuse)
                .delayUntil(log::add)
                .map(all -> all.stream().map(AuthorizeHandler::response).toList());
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

    private static List<Decided> decided(
            List<Asked> calls,
            List<Judgement> judgements,
            Map<TokenKey, Collection<TokenClaim>> held) {
        List<Decided> decided = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            decided.add(decided(calls.get(i), judgements.get(i), held));
        }
        return decided;
    }

    /**
     * A token that charges at another station is refused before the driver plugs in. At its own
     * station the driver may want to stop, so there it is accepted. Contract certificates cannot be
     * verified yet, and are refused as such (C07.FR.17).
     */
    private static Decided decided(
            Asked call, Judgement judgement, Map<TokenKey, Collection<TokenClaim>> held) {
        Presented presented = call.presented();
        Verdict verdict = judgement.verdict();
        if (call.contract()) {
            return new Decided(
                    presented,
                    new Verdict(
                            Authorization.status(AuthorizationStatusEnum.INVALID),
                            Reason.Certificate),
                    null);
        }
        if (!judgement.isAccepted() || !judgement.exclusive()) {
            return new Decided(presented, verdict, null);
        }
        return held.getOrDefault(judgement.token(), List.of()).stream()
                .map(TokenClaim::stationId)
                .filter(station -> !station.equals(presented.station().stationId()))
                .findFirst()
                .map(station ->
                        new Decided(
                                presented,
                                verdict.with(
                                        AuthorizationStatusEnum.CONCURRENT_TX,
                                        Reason.ConcurrentTransaction),
                                station))
                .orElseGet(() -> new Decided(presented, verdict, null));
    }

    private static AuthorizeResponse response(Decided decided) {
        return new AuthorizeResponse( // C01.FR.07
                decided.verdict().info(),
                decided.verdict().reason() == Reason.Certificate
                        ? AuthorizeCertificateStatusEnum.CERT_CHAIN_ERROR
                        : null,
                null,
                null,
                null);
    }
}
