/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.observability.Traceparent;
import io.ohmnibus.platform.ocpp.BatchCallObserver;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.Received;
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

    /** A message on its way to an observer. */
    private record Seen(IncomingMessage message, Message content, Traceparent trace)
            implements Transactions.Traced {

        @Override
        public String key() {
            return message.record().key();
        }

        Received<Message> received() {
            return new Received<>(message.station(), content);
        }
    }

    private final Map<Action, List<Gathering<Seen, Boolean>>> observers =
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

    // The casts hold: an observer is registered under the action of its own message type.
    @SuppressWarnings("unchecked")
    private static Gathering<Seen, Boolean> gathering(
            CallObserver<?> observer, Transactions transactions) {
        if (observer instanceof BatchCallObserver<?>) {
            BatchCallObserver<Message> batches = (BatchCallObserver<Message>) observer;
            return Gathering.effects(all ->
                    transactions.run(
                            all, batches.observeAll(all.stream().map(Seen::received).toList())));
        }
        CallObserver<Message> single = (CallObserver<Message>) observer;
        return Gathering.oneByOne(seen ->
                transactions.run(
                        List.of(seen),
                        single.observe(seen.message().station(), seen.content()).thenReturn(true)));
    }

    Mono<Void> on(BusRecord record) {
        var watching = observers.get(IncomingMessage.actionOf(record));
        if (watching == null || !connections.isCurrent(record)) {
            return Mono.empty();
        }
        return Mono.deferContextual(context -> {
            IncomingMessage message = IncomingMessage.read(record);
            Seen seen = new Seen(message, message.payload(), Journey.of(context));
            return Flux.fromIterable(watching).concatMap(observer -> observer.add(seen)).then();
        });
    }
}
