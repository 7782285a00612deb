/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.platform.ocpp.StationKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes up the lists that there is something to do about, some at a time in each instance. */
@Component
class ListSweep {

    private static final Logger log = LoggerFactory.getLogger(ListSweep.class);
    private static final int MOST = 50;
    private static final int SIDE_BY_SIDE = 4;

    private final LocalLists lists;
    private final ListSpread spread;
    private final ListLimits limits;
    private final ListCourse course;
    private final TransactionalOperator transaction;

    ListSweep(
            LocalLists lists,
            ListSpread spread,
            ListLimits limits,
            ListCourse course,
            TransactionalOperator transaction) {
        this.lists = lists;
        this.spread = spread;
        this.limits = limits;
        this.course = course;
        this.transaction = transaction;
    }

    /** Called once, subscribed to again and again. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
    Mono<Void> sweep() {
        return Mono.defer(spread::spread)
                .as(transaction::transactional)
                .thenMany(Flux.defer(() -> lists.takeUp(MOST, ListCourse.BUSY)))
                .collectList()
                .flatMapIterable(stations -> stations)
                .flatMap(this::begin, SIDE_BY_SIDE)
                .then();
    }

    /** What fails here comes again when its time is up. */
    private Mono<Void> begin(StationKey station) {
        return limits.of(station)
                .flatMap(limit -> course.begin(station, limit).as(transaction::transactional))
                .onErrorResume(failure -> {
                    log.warn("the local list of {} waits: {}", station, failure.toString());
                    return Mono.empty();
                });
    }
}
