/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.ocpp.CallObserver;
import java.util.List;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows messages to the observers of this service, whichever service answers them. */
final class ObserverDispatcher {

    private final Handlers handlers;
    private final TransactionalOperator transaction;
    private final NewestConnections connections = new NewestConnections();

    ObserverDispatcher(Handlers handlers, TransactionalOperator transaction) {
        this.handlers = handlers;
        this.transaction = transaction;
    }

    Mono<Void> on(BusRecord record) {
        Action action = IncomingMessage.actionOf(record);
        List<CallObserver<?>> observers = handlers.observersOf(action);
        if (observers.isEmpty() || !connections.isCurrent(record)) {
            return Mono.empty();
        }
        IncomingMessage seen = IncomingMessage.read(record);
        Message message = seen.payload();
        return Flux.fromIterable(observers)
                .concatMap(observer ->
                        Handlers.observe(observer, seen.station(), message)
                                .as(transaction::transactional))
                .then();
    }
}
