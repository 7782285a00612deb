/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network.migration;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees stations come back, and that time passes. */
@Component
class MigrationSupervision implements EventConsumer<StationBooted> {

    private static final Logger log = LoggerFactory.getLogger(MigrationSupervision.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

    private final Migrations migrations;
    private final MigrationCourse course;
    private final Clock clock;

    MigrationSupervision(Migrations migrations, MigrationCourse course, Clock clock) {
        this.migrations = migrations;
        this.course = course;
        this.clock = clock;
    }

    @Override
    public Mono<Void> on(EventMeta meta, StationBooted boot) {
        return boot.status() == RegistrationStatusEnum.ACCEPTED
                        && boot.reason() != BootReasonEnum.TRIGGERED
                ? course.booted(meta.station(), boot.at())
                : Mono.empty();
    }

    /** Called once, subscribed to again and again; safe on several instances at a time. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
    Mono<Void> look() {
        return Flux.concat(
                        each(migrations::gone, course::gone, Duration.ZERO),
                        each(migrations::undrained, course::drain, BETWEEN_QUESTIONS),
                        each(
                                migrations::overdue,
                                station -> course.end(station, "The station did not do it in time"),
                                Duration.ZERO))
                .then();
    }

    private Mono<Void> each(
            Function<Instant, Flux<StationKey>> found,
            Function<StationKey, Mono<Void>> action,
            Duration ago) {
        return Flux.defer(() -> found.apply(clock.instant().minus(ago)))
                .collectList()
                .flatMapIterable(stations -> stations)
                .concatMap(station ->
                        action.apply(station)
                                .doOnError(e -> log.warn("migration of {} waits", station, e))
                                .onErrorComplete())
                .then();
    }
}
