/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.authorization.Claims.Running;
import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.platform.event.BatchEventConsumer;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a token free when its transaction has ended. */
@Component
final class ReleaseToken implements BatchEventConsumer<TransactionEnded> {

    private final Claims claims;

    ReleaseToken(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Mono<Void> onAll(List<Happened<TransactionEnded>> ended) {
        return claims.release(
                ended.stream()
                        .map(one -> new Running(one.meta().station(), one.event().transactionId()))
                        .toList());
    }
}
