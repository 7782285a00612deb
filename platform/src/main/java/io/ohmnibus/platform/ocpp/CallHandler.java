/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import reactor.core.publisher.Mono;

/**
 * Answers an action that stations send. Exactly one per action on the whole platform.
 *
 * <p>It runs inside a database transaction that also remembers the answer by message id, so a
 * repeated CALL gets the first answer without running the handler again. An {@link
 * io.ohmnibus.ocpp.OcppException} rolls back and becomes a CALLERROR with its code.
 */
public interface CallHandler<Q extends Request<A>, A extends Response> {

    Mono<A> handle(Station station, Q request);

    /**
     * What handles this request once others have been asked. Whoever needs an answer of another
     * service gets it here, before the transaction opens, so that nobody waits for somebody else
     * with a database connection in hand. May run again for the same request, and need not be
     * followed by {@link #handle}.
     */
    default Mono<? extends CallHandler<Q, A>> prepare(Station station, Q request) {
        return Mono.just(this);
    }
}
