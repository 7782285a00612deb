/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import reactor.core.publisher.Mono;

/**
 * A command handler that reads or writes before its action is sent, in a transaction that stores
 * this command alone. Without that, commands of many stations share one.
 */
public interface PreparingCommandHandler<Q extends Request<A>, A extends Response>
        extends CommandHandler<Q, A> {

    /** Refuses the request or completes it; begins with {@link #rules()}. */
    Mono<Q> prepare(StationKey station, Q request);
}
