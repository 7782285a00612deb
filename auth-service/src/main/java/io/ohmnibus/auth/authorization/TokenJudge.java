/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Authorization.Occasion;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
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

    /** Never empty. */
    Mono<Judgement> judge(StationKey station, IdToken presented, @Nullable Integer evseId) {
        TokenKey key = TokenKey.of(station.tenant(), presented);
        Occasion occasion = new Occasion(station.stationId(), evseId, clock.instant());
        Judgement unknown =
                new Judgement(key, Authorization.decide(presented, null, occasion), false);
        return Authorization.needsNoToken(presented) || !key.storable()
                ? Mono.just(unknown)
                : tokens.find(key)
                        .map(token ->
                                new Judgement(
                                        key,
                                        Authorization.decide(presented, token, occasion),
                                        !token.concurrentTransactions()))
                        .defaultIfEmpty(unknown);
    }
}
