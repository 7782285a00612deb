/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads this service's calls while the application runs. */
final class Dispatching implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatching.class);
    private static final Duration CLEANING = Duration.ofMinutes(10);

    private final Service service;
    private final Bus bus;
    private final Handlers handlers;
    private final HandledCalls handled;
    private final Dispatchers dispatchers;
    private final List<Reading> readings = new ArrayList<>();
    private @Nullable Disposable cleaning;

    record Dispatchers(CallDispatcher calls, ObserverDispatcher observers) {}

    Dispatching(
            Service service,
            Bus bus,
            Handlers handlers,
            HandledCalls handled,
            Dispatchers dispatchers) {
        this.service = service;
        this.bus = bus;
        this.handlers = handlers;
        this.handled = handled;
        this.dispatchers = dispatchers;
    }

    @Override
    public void start() {
        log.info("{} answers {}", service.id(), handlers.byAction().keySet());
        readings.add(
                bus.group(service.id(), List.of(Topics.calls(service)), dispatchers.calls()::on));
        if (!handlers.observed().isEmpty()) {
            List<String> topics = handlers.observed().stream().map(Topics::calls).toList();
            readings.add(
                    bus.group(service.id() + ".observers", topics, dispatchers.observers()::on));
        }
        cleaning =
                Flux.interval(CLEANING)
                        .concatMap(tick ->
                                handled.forgetOld()
                                        .doOnError(failure ->
                                                log.warn("old answers were not deleted", failure))
                                        .onErrorResume(failure -> Mono.empty()))
                        .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = cleaning;
        if (running != null) {
            running.dispose();
        }
        readings.forEach(Reading::close);
        readings.clear();
    }

    @Override
    public boolean isRunning() {
        return !readings.isEmpty();
    }
}
