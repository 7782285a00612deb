/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.MessageTypes;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The handlers and observers of a service by action, found by the message type they name. */
final class Handlers {

    private final Map<Action, CallHandler<?, ?>> handlers = new EnumMap<>(Action.class);
    private final Map<Action, List<CallObserver<?>>> observers = new EnumMap<>(Action.class);

    Handlers(Service service, List<CallHandler<?, ?>> handlers, List<CallObserver<?>> observers) {
        for (CallHandler<?, ?> handler : handlers) {
            Action action = MessageTypes.actionOf(handler, CallHandler.class);
            if (!service.owns(action)) {
                throw new IllegalStateException(
                        "%s answers %s, which belongs to the service %s"
                                .formatted(
                                        handler.getClass().getName(),
                                        action,
                                        Service.ofAction(action).id()));
            }
            CallHandler<?, ?> other = this.handlers.put(action, handler);
            if (other != null) {
                throw new IllegalStateException(
                        "%s has two handlers: %s and %s"
                                .formatted(
                                        action,
                                        other.getClass().getName(),
                                        handler.getClass().getName()));
            }
        }
        for (CallObserver<?> observer : observers) {
            Action action = MessageTypes.actionOf(observer, CallObserver.class);
            this.observers.computeIfAbsent(action, a -> new ArrayList<>()).add(observer);
        }
    }

    /**
     * Prepares the handler of the action; what comes of it runs the handler, in the transaction of
     * whoever subscribes. Null when there is no handler.
     */
    @Nullable Mono<Mono<? extends Response>> prepare(
            Action action, Station station, Message request) {
        CallHandler<?, ?> handler = handlers.get(action);
        return handler == null ? null : prepare(handler, station, request);
    }

    // The cast holds: the handler was registered under the action of its own request type.
    @SuppressWarnings("unchecked")
    private static <Q extends Request<A>, A extends Response>
            Mono<Mono<? extends Response>> prepare(
                    CallHandler<Q, A> handler, Station station, Message request) {
        return handler.prepare(station, (Q) request)
                .map(prepared -> Mono.defer(() -> prepared.handle(station, (Q) request)));
    }

    List<CallObserver<?>> observersOf(Action action) {
        return observers.getOrDefault(action, List.of());
    }

    @SuppressWarnings("unchecked")
    static <M extends Message> Mono<Void> observe(
            CallObserver<M> observer, Station station, Message message) {
        return observer.observe(station, (M) message);
    }

    /** The services whose messages are observed here. */
    Set<Service> observed() {
        Set<Service> owners = EnumSet.noneOf(Service.class);
        observers.keySet().forEach(action -> owners.add(Service.ofAction(action)));
        return owners;
    }

    Set<Action> answered() {
        return handlers.keySet();
    }
}
