/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Claims.Result.Granted;
import io.ohmnibus.auth.authorization.Claims.Result.HeldBy;
import io.ohmnibus.auth.authorization.Claims.Result.OtherToken;
import io.ohmnibus.auth.authorization.Claims.Wish;
import io.ohmnibus.auth.authorization.TokenJudge.Judgement;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.contracts.auth.AuthorizeTransaction;
import io.ohmnibus.contracts.auth.AuthorizeTransaction.Purpose;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells transaction-service whether a token may charge in a transaction, and claims the token for
 * it (E01.FR.11, E05.FR.01).
 */
@Component
final class AuthorizeTransactionHandler
        implements QueryHandler<AuthorizeTransaction, TransactionAuthorization> {

    private final TokenJudge judge;
    private final Tokens tokens;
    private final Claims claims;
    private final Clock clock;

    AuthorizeTransactionHandler(TokenJudge judge, Tokens tokens, Claims claims, Clock clock) {
        this.judge = judge;
        this.tokens = tokens;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public Mono<TransactionAuthorization> answer(StationKey station, AuthorizeTransaction query) {
        return dropEnded(station, query)
                .then(judge.judge(station, query.idToken(), query.evseId()))
                .flatMap(judgement ->
                        query.purpose() == Purpose.CHARGE && judgement.isAccepted()
                                ? claim(station, query, judgement)
                                : Mono.just(answer(judgement.info())));
    }

    private Mono<Void> dropEnded(StationKey station, AuthorizeTransaction query) {
        TokenClaim ended = query.ended();
        return ended == null
                ? Mono.empty()
                : claims.release(
                        new StationKey(station.tenant(), ended.stationId()), ended.transactionId());
    }

    private Mono<TransactionAuthorization> claim(
            StationKey station, AuthorizeTransaction query, Judgement judgement) {
        if (Authorization.needsNoToken(query.idToken())) {
            return Mono.just(answer(judgement.info()));
        }
        Wish wish = new Wish(station, query.transactionId(), judgement.token(), clock.instant());
        return claims.claim(wish, judgement.exclusive())
                .flatMap(result ->
                        switch (result) {
                            case Granted _ -> Mono.just(answer(judgement.info()));
                            case HeldBy(var other) ->
                                    Mono.just(concurrent(judgement.info(), other));
                            case OtherToken(var first) -> second(judgement.info(), first);
                        });
    }

    /** A transaction has one token; another one is taken only from the same group (C01.FR.24). */
    private Mono<TransactionAuthorization> second(IdTokenInfo info, TokenKey first) {
        IdToken group = info.groupIdToken();
        return tokens.find(first)
                .filter(token -> group != null && isSameGroup(group, token))
                .map(_ -> info)
                .defaultIfEmpty(
                        Authorization.withStatus(info, AuthorizationStatusEnum.NOT_AT_THIS_TIME))
                .map(AuthorizeTransactionHandler::answer);
    }

    private static boolean isSameGroup(IdToken group, Token other) {
        Token.Group otherGroup = other.group();
        return otherGroup != null
                && TokenKey.of("", group)
                        .equals(TokenKey.of("", otherGroup.type(), otherGroup.idToken()));
    }

    private static TransactionAuthorization concurrent(IdTokenInfo info, TokenClaim other) {
        return new TransactionAuthorization(
                Authorization.withStatus(info, AuthorizationStatusEnum.CONCURRENT_TX), other);
    }

    private static TransactionAuthorization answer(IdTokenInfo info) {
        return new TransactionAuthorization(info, null);
    }
}
