/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.platform.event.Events;
import io.ohmnibus.transaction.TransactionProperties;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives up on transactions whose station has told nothing of them for very long. */
@Component
final class AbandonSilentTransactions {

    private static final Logger log = LoggerFactory.getLogger(AbandonSilentTransactions.class);
    private static final int AT_ONCE = 500;

    private final UnfinishedTransactions transactions;
    private final Events events;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final TransactionProperties properties;

    AbandonSilentTransactions(
            UnfinishedTransactions transactions,
            Events events,
            TransactionalOperator transaction,
            Clock clock,
            TransactionProperties properties) {
        this.transactions = transactions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    /** Safe to run on several instances at a time. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    Mono<Void> run() {
        return Flux.defer(() ->
                        transactions.silentSince(
                                clock.instant().minus(properties.abandonedAfter()), AT_ONCE))
                .concatMap(abandoned ->
                        events.publish(abandoned.station(), abandoned.event())
                                .thenReturn(abandoned))
                .doOnNext(abandoned ->
                        log.info(
                                "{} transaction {} is abandoned, nothing came since {}",
                                abandoned.station(),
                                abandoned.event().transactionId(),
                                abandoned.event().lastReceivedAt()))
                .then()
                .as(transaction::transactional);
    }
}
