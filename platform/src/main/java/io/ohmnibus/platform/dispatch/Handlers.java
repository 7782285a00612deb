/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.MessageTypes;
import io.ohmnibus.platform.ocpp.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** The handler of each action that has one. */
    Map<Action, CallHandler<?, ?>> byAction() {
        return Collections.unmodifiableMap(handlers);
    }

    /** The observers of each action that has some. */
    Map<Action, List<CallObserver<?>>> observersByAction() {
        return Collections.unmodifiableMap(observers);
    }

    /** The services whose messages are observed here. */
    Set<Service> observed() {
        Set<Service> owners = EnumSet.noneOf(Service.class);
        observers.keySet().forEach(action -> owners.add(Service.ofAction(action)));
        return owners;
    }
}
