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
}
