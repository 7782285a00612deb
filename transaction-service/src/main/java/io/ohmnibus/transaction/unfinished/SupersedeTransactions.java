/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.lifecycle.TransactionEventStep;
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
    public Mono<TransactionEventResponse> apply(
            Station station, TransactionEventRequest event, TransactionEventResponse answer) {
        if (event.eventType() != TransactionEventEnum.STARTED && event.evse() == null) {
            return Mono.just(answer);
        }
        String transactionId = event.transactionInfo().transactionId();
        return transactions
                .supersededBy(station.key(), transactionId)
                .concatMap(abandoned -> events.publish(abandoned.station(), abandoned.event()))
                .then(Mono.just(answer));
    }
}
