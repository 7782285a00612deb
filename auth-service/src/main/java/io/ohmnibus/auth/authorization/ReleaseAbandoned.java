/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a token free when nobody expects the end of its transaction any more. */
@Component
final class ReleaseAbandoned implements EventConsumer<TransactionAbandoned> {

    private final Claims claims;

    ReleaseAbandoned(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Mono<Void> on(EventMeta meta, TransactionAbandoned event) {
        return claims.release(meta.station(), event.transactionId());
    }
}
