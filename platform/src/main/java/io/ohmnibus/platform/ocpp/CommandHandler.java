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

    /**
     * The rules that the request keeps whatever the station. They are checked before it is
     * accepted, and before a campaign begins to send it. More than that takes a {@link
     * PreparingCommandHandler}.
     */
    default Rules<Q> rules() {
        return new Rules<>();
    }

    /** Takes the outcome, in the transaction that records it. Called once per command. */
    default Mono<Void> completed(StationKey station, Q request, Outcome<A> outcome) {
        return Mono.empty();
    }
}
