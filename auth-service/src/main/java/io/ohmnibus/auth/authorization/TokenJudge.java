/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Authorization.Occasion;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks a token up and decides about it, transactions left aside. */
@Component
class TokenJudge {

    /**
     * What was found.
     *
     * @param exclusive the token may run one transaction at a time
     */
    record Judgement(TokenKey token, IdTokenInfo info, boolean exclusive) {

        /** The token may charge, unless another transaction has it. */
        boolean isAccepted() {
            return info.status() == AuthorizationStatusEnum.ACCEPTED;
        }
    }

    private final Tokens tokens;
    private final Clock clock;

    TokenJudge(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Who presents what where; the EVSE as far as it is known. */
    record Presented(StationKey station, IdToken idToken, @Nullable Integer evseId) {

        TokenKey key() {
            return TokenKey.of(station.tenant(), idToken);
        }

        /** False for what no token can be. */
        private boolean canBeKnown() {
            return !Authorization.needsNoToken(idToken) && key().storable();
        }
    }

    /** Never empty. */
    Mono<Judgement> judge(StationKey station, IdToken presented, @Nullable Integer evseId) {
        return judge(List.of(new Presented(station, presented, evseId))).map(List::getFirst);
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
        return new Judgement(
                key,
                Authorization.decide(presented.idToken(), token, occasion),
                token != null && !token.concurrentTransactions());
    }
}
