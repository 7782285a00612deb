/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.store.Writes;
import io.ohmnibus.transaction.lifecycle.EventInHand;
import io.ohmnibus.transaction.lifecycle.TransactionEventStep;
import io.ohmnibus.transaction.unfinished.UnfinishedTransactions.Later;
import java.util.List;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** Where a transaction begins, the one before it at the same EVSE is over, whatever was lost. */
@Order(150)
@UseCase({"E01", "E02", "E03"})
final class SupersedeTransactions implements TransactionEventStep {

    private final UnfinishedTransactions transactions;
    private final Events events;

    SupersedeTransactions(UnfinishedTransactions transactions, Events events) {
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public Mono<Void> apply(List<EventInHand> events) {
        List<Later> later =
                events.stream()
                        .filter(SupersedeTransactions::mayBeLater)
                        .map(event -> new Later(event.station().key(), event.transactionId()))
                        .toList();
        return later.isEmpty()
                ? Mono.empty()
                : Writes.soFar()
                        .thenMany(transactions.supersededBy(later))
                        .concatMap(old -> this.events.publish(old.station(), old.event()))
                        .then();
    }

    /** What is known of its start or of its EVSE is new. */
    private static boolean mayBeLater(EventInHand event) {
        return event.request().eventType() == TransactionEventEnum.STARTED || event.tellsItsEvse();
    }
}
