/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a token free when its transaction has ended. */
@Component
final class ReleaseToken implements EventConsumer<TransactionEnded> {

    private final Claims claims;

    ReleaseToken(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Mono<Void> on(EventMeta meta, TransactionEnded event) {
        return claims.release(meta.station(), event.transactionId());
    }
}
