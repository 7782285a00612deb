/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.MessageTypes;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import reactor.core.publisher.Mono;

/**
 * The command handlers of a service by action; an action without one passes through. They surround
 * what this service sends, which may be an action that another service owns.
 */
final class CommandHandlers implements SmartInitializingSingleton {

    private final Service service;
    private final ObjectProvider<CommandHandler<?, ?>> beans;
    private final Map<Action, CommandHandler<?, ?>> handlers = new EnumMap<>(Action.class);

    CommandHandlers(Service service, ObjectProvider<CommandHandler<?, ?>> beans) {
        this.service = service;
        this.beans = beans;
    }

    // Only now, because a command handler may itself send commands.
    @Override
    public void afterSingletonsInstantiated() {
        beans.forEach(this::register);
    }

    private void register(CommandHandler<?, ?> handler) {
        Action action = MessageTypes.actionOf(handler, CommandHandler.class);
        if (handlers.put(action, handler) != null) {
            throw new IllegalStateException(
                    "%s has two command handlers, one of them %s"
                            .formatted(action, handler.getClass().getName()));
        }
    }

    Service service() {
        return service;
    }

    /** Completes when the request keeps the rules that hold for every station. */
    Mono<Void> check(Request<?> request) {
        CommandHandler<?, ?> handler = handlers.get(Action.ofRequest(request.getClass()));
        return handler == null ? Mono.empty() : check(handler, request).then();
    }

    // The casts hold: the handler was registered under the action of its own request type.
    @SuppressWarnings("unchecked")
    private static <Q extends Request<A>, A extends Response> Mono<Q> check(
            CommandHandler<Q, A> handler, Request<?> request) {
        return handler.rules().check((Q) request);
    }

    /** Whether the handler does more than to check rules before the request is sent. */
    boolean prepares(Request<?> request) {
        return handlers.get(Action.ofRequest(request.getClass()))
                instanceof PreparingCommandHandler<?, ?>;
    }

    Mono<? extends Request<?>> prepare(StationKey station, Request<?> request) {
        return switch (handlers.get(Action.ofRequest(request.getClass()))) {
            case null -> Mono.just(request);
            case PreparingCommandHandler<?, ?> handler -> prepare(handler, station, request);
            case CommandHandler<?, ?> handler -> check(handler, request);
        };
    }

    @SuppressWarnings("unchecked")
    private static <Q extends Request<A>, A extends Response> Mono<Q> prepare(
            PreparingCommandHandler<Q, A> handler, StationKey station, Request<?> request) {
        return handler.prepare(station, (Q) request);
    }

    Mono<Void> completed(StationKey station, Request<?> request, Outcome<?> outcome) {
        CommandHandler<?, ?> handler = handlers.get(Action.ofRequest(request.getClass()));
        return handler == null ? Mono.empty() : completed(handler, station, request, outcome);
    }

    @SuppressWarnings("unchecked")
    private static <Q extends Request<A>, A extends Response> Mono<Void> completed(
            CommandHandler<Q, A> handler,
            StationKey station,
            Request<?> request,
            Outcome<?> outcome) {
        return handler.completed(station, (Q) request, (Outcome<A>) outcome);
    }
}
