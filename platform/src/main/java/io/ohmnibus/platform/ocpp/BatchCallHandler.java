/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Answers an action that many stations send at a time: those of its CALLs that wait are handled
 * together, in one transaction, so that they can share their statements. Each of them is another
 * station's.
 *
 * @param <P> a CALL as it is handled: the request, and what others were asked about it
 */
public interface BatchCallHandler<Q extends Request<A>, A extends Response, P>
        extends CallHandler<Q, A> {

    /**
     * The CALL as it will be handled. Questions to other services are asked here, before the
     * transaction opens; see {@link CallHandler#prepare}, which is not called.
     */
    Mono<P> read(Station station, Q request);

    /**
     * The answers, in the order of the CALLs. When it fails, what it did is rolled back and each
     * CALL comes once more alone, so that only those fail whose own fault it is.
     */
    Mono<List<A>> handleAll(List<P> calls);

    /**
     * Whether {@link #handleAll} itself knows a CALL that comes again, and gives it the answer of
     * the first time. Else answers are kept for a while, by message id.
     */
    default boolean knowsRepetitions() {
        return false;
    }

    /** One CALL alone. */
    @Override
    default Mono<A> handle(Station station, Q request) {
        return read(station, request).flatMap(call -> handleAll(List.of(call))).map(List::getFirst);
    }
}
