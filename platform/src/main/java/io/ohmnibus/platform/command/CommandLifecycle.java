/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the outcomes of this service's commands, and ends those that get none. */
final class CommandLifecycle extends ContextReading implements OutboxCommands.Outcomes {

    private static final Logger log = LoggerFactory.getLogger(CommandLifecycle.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Service service;
    private final Bus bus;
    private final ObjectProvider<CommandOutcomes> outcomes;
    private @Nullable Disposable sweeping;

    CommandLifecycle(Service service, Bus bus, ObjectProvider<CommandOutcomes> outcomes) {
        this.service = service;
        this.bus = bus;
        this.outcomes = outcomes;
    }

    /** A partition that this instance reads, so that those who wait here hear of it first. */
    @Override
    public Integer partition() {
        Reading open = reading();
        return open == null ? 0 : open.partitions().stream().findAny().orElse(0);
    }

    @Override
    protected Reading open() {
        return bus.group(
                service.id() + ".results",
                List.of(Topics.results(service)),
                outcomes.getObject()::on);
    }

    @Override
    public void start() {
        super.start();
        CommandOutcomes target = outcomes.getObject();
        sweeping =
                Flux.interval(SWEEP)
                        .onBackpressureDrop()
                        .concatMap(
                                tick ->
                                        target.endOverdue()
                                                .doOnError(e ->
                                                        log.warn(
                                                                "overdue commands wait: {}",
                                                                e.toString()))
                                                .onErrorResume(e -> Mono.empty()),
                                1)
                        .subscribe();
    }

    @Override
    public void stop() {
        Disposable sweeper = sweeping;
        if (sweeper != null) {
            sweeper.dispose();
        }
        super.stop();
    }
}
