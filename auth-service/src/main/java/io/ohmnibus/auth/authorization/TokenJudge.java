/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Authorization.Occasion;
import io.ohmnibus.auth.authorization.Authorization.Verdict;
import io.ohmnibus.auth.authorization.Presented.Asked;
import io.ohmnibus.auth.decision.Reason;
import io.ohmnibus.auth.external.ExternalAuthorizer.Answer;
import io.ohmnibus.auth.external.ExternalAuthorizer.Purpose;
import io.ohmnibus.auth.policy.AuthorizationPolicy;
import io.ohmnibus.auth.policy.AuthorizationPolicy.OnFailure;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks tokens up and decides about them, transactions left aside. */
@Component
class TokenJudge {

    private final Tokens tokens;
    private final Clock clock;

    TokenJudge(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param exclusive the token may run one transaction at a time
     */
    record Judgement(TokenKey token, Verdict verdict, boolean exclusive) {

        /** The token may charge, unless another transaction has it. */
        boolean isAccepted() {
            return verdict.isAccepted();
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** A judgement of each, in the same order. */
    Mono<List<Judgement>> judge(List<Presented> presented) {
        List<TokenKey> keys =
                presented.stream()
                        .filter(Presented::canBeKnown)
                        .map(Presented::key)
                        .distinct()
                        .toList();
        Mono<Map<TokenKey, Token>> found = keys.isEmpty() ? Mono.just(Map.of()) : tokens.find(keys);
        return found.map(known -> presented.stream().map(one -> judge(one, known)).toList());
    }

    private Judgement judge(Presented presented, Map<TokenKey, Token> known) {
        TokenKey key = presented.key();
        Token token = presented.canBeKnown() ? known.get(key) : null;
        Occasion occasion =
                new Occasion(presented.station().stationId(), presented.evseId(), clock.instant());
        Verdict own = Authorization.decide(presented.idToken(), token, occasion);
        Verdict verdict =
                byPolicy(presented, token, external(presented.asked(), token, own), occasion);
        return new Judgement(key, verdict, token != null && !token.concurrentTransactions());
    }

    /** What we refuse is refused, whatever others say. */
    private static Verdict external(Asked asked, @Nullable Token token, Verdict own) {
        Answer answer = asked.answer();
        if (answer == null || (token != null && !own.isAccepted())) {
            return own;
        }
        AuthorizationPolicy.External external = asked.policy().external();
        return switch (answer) {
            case Answer.Said(var info) -> new Verdict(info, Reason.External);
            case Answer.Failed _ ->
                    external != null && external.onFailure() == OnFailure.OwnJudgement
                            ? own
                            : own.with(AuthorizationStatusEnum.INVALID, Reason.ExternalFailed);
        };
    }

    private static Verdict byPolicy(
            Presented presented, @Nullable Token token, Verdict verdict, Occasion occasion) {
        if (verdict.reason() == Reason.NoTokenNeeded) {
            return verdict; // C02.FR.03: there is nothing to remember
        }
        AuthorizationPolicy policy = presented.asked().policy();
        Verdict ruled =
                verdict.isAccepted()
                                && presented.asked().purpose() == Purpose.Charge
                                && isMasterPass(policy, token, verdict)
                        ? verdict.with(AuthorizationStatusEnum.INVALID, Reason.MasterPass)
                        : verdict; // C12.FR.09, C16.FR.03
        Duration lifetime = policy.cacheLifetime();
        return lifetime == null
                ? ruled
                : new Verdict(
                        Authorization.until(ruled.info(), occasion.now().plus(lifetime)),
                        ruled.reason());
    }

    /** The policy names one group, and any group may be said to be one. */
    private static boolean isMasterPass(
            AuthorizationPolicy policy, @Nullable Token token, Verdict verdict) {
        IdToken told = verdict.info().groupIdToken();
        Token.Group group = token == null ? null : token.group();
        return policy.isMasterPass(told == null ? null : told.idToken())
                || (group != null && group.masterPass());
    }
}
