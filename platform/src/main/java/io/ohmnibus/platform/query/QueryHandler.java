/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.ohmnibus.platform.ocpp.StationKey;
import reactor.core.publisher.Mono;

/**
 * Answers a question that another service asks; selected by the record type of the question. It
 * runs in a database transaction and may be asked the same question twice.
 */
public interface QueryHandler<Q, A> {

    Mono<A> answer(StationKey station, Q query);
}
