/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.platform.event.Outbox;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A transaction that writes what it owes to the bus in one statement, before it commits. */
record Transactions(TransactionalOperator operator, Outbox outbox) {

    <T> Mono<T> run(Mono<T> work) {
        return work.as(outbox::together).as(operator::transactional);
    }
}
