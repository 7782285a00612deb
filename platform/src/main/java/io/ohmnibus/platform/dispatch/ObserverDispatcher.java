/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.Received;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows messages to the observers of this service, whichever service answers them; to those that
 * can take several, what waits at a time.
 */
final class ObserverDispatcher {

    private static final Boolean SEEN = Boolean.TRUE;

    private final Map<Action, List<Gathering<Received<Message>, Boolean>>> observers =
            new EnumMap<>(Action.class);
    private final NewestConnections connections = new NewestConnections();

    ObserverDispatcher(Handlers handlers, Transactions transactions) {
        handlers.observersByAction()
                .forEach((action, all) ->
                        observers.put(
                                action,
                                all.stream()
                                        .map(observer -> gathering(observer, transactions))
                                        .toList()));
    }

    // The cast holds: an observer is registered under the action of its own message type.
    @SuppressWarnings("unchecked")
    private static Gathering<Received<Message>, Boolean> gathering(
            CallObserver<?> observer, Transactions transactions) {
        if (observer instanceof BatchCallObserver<?>) {
            BatchCallObserver<Message> batches = (BatchCallObserver<Message>) observer;
            return Gathering.together(all ->
                    batches.observeAll(all)
                            .thenReturn(Collections.nCopies(all.size(), SEEN))
                            .as(transactions::run));
        }
        CallObserver<Message> single = (CallObserver<Message>) observer;
        return Gathering.oneByOne(received ->
                single.observe(received.station(), received.message())
                        .thenReturn(SEEN)
                        .as(transactions::run));
    }

    Mono<Void> on(BusRecord record) {
        Action action = IncomingMessage.actionOf(record);
        var watching = observers.get(action);
        if (watching == null || !connections.isCurrent(record)) {
            return Mono.empty();
        }
        IncomingMessage seen = IncomingMessage.read(record);
        Received<Message> received = new Received<>(seen.station(), seen.payload());
        return Flux.fromIterable(watching).concatMap(observer -> observer.add(received)).then();
    }
}
