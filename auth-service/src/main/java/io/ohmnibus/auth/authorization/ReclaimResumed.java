/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Claims.Wish;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.auth.token.Tokens;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lends a token again to a transaction that goes on after all, unless another one has it by now.
 */
@Component
final class ReclaimResumed implements EventConsumer<TransactionResumed> {

    private final Claims claims;
    private final Tokens tokens;
    private final Clock clock;

    ReclaimResumed(Claims claims, Tokens tokens, Clock clock) {
        this.claims = claims;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Mono<Void> on(EventMeta meta, TransactionResumed event) {
        UsedToken used = event.idToken();
        if (used == null) {
            return Mono.empty();
        }
        TokenKey key = TokenKey.of(meta.station().tenant(), used.type(), used.idToken());
        return tokens.find(key)
                .flatMap(token ->
                        claims.claim(
                                List.of(
                                        new Wish(
                                                meta.station(),
                                                event.transactionId(),
                                                key,
                                                !token.concurrentTransactions(),
                                                clock.instant()))))
                .then();
    }
}
