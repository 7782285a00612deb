/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Answers a question that is asked about many stations at a time: those that wait are answered
 * together, in one transaction, so that they can share their statements. Each of them is about
 * another station.
 *
 * @param <P> a question as it is answered: what was asked, and what others said about it
 */
public interface BatchQueryHandler<Q, A, P> extends QueryHandler<Q, A> {

    /** The question as it will be answered; whoever else is asked is asked here, outside. */
    Mono<P> read(StationKey station, Q query);

    /**
     * The answers, in the order of the questions. When it fails, what it did is rolled back and
     * each question comes once more alone.
     */
    Mono<List<A>> answerAll(List<P> questions);

    /** One question alone. */
    @Override
    default Mono<A> answer(StationKey station, Q query) {
        return read(station, query)
                .flatMap(question -> answerAll(List.of(question)))
                .map(List::getFirst);
    }
}
