/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import reactor.core.publisher.Mono;

/**
 * What the CSMS does around an action it sends. An action without one passes through validated and
 * permission-checked only.
 */
public interface CommandHandler<Q extends Request<A>, A extends Response> {

    /** Checks the rules before the request is accepted, or completes it; see {@link Rules}. */
    default Mono<Q> prepare(StationKey station, Q request) {
        return Mono.just(request);
    }

    /** Takes the outcome, in the transaction that records it. Called once per command. */
    default Mono<Void> completed(StationKey station, Q request, Outcome<A> outcome) {
        return Mono.empty();
    }
}
