/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.event.BatchEventConsumer;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When stations are looked at: some time after each boot, and when other values are wanted. */
@Component
class DesiredSchedule implements BatchEventConsumer<StationBooted> {

    private static final Logger log = LoggerFactory.getLogger(DesiredSchedule.class);
    private static final int AT_ONCE = 50;

    private final DesiredStates states;
    private final DesiredCourse course;
    private final TransactionalOperator transaction;
    private final DesiredProperties properties;
    private final Clock clock;

    DesiredSchedule(
            DesiredStates states,
            DesiredCourse course,
            TransactionalOperator transaction,
            DesiredProperties properties,
            Clock clock) {
        this.states = states;
        this.course = course;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean concerns(StationBooted boot) {
        return boot.status() != RegistrationStatusEnum.REJECTED
                && boot.reason() != BootReasonEnum.TRIGGERED;
    }

    @Override
    public Mono<Void> onAll(List<Happened<StationBooted>> boots) {
        Instant now = clock.instant();
        Instant due = now.plus(properties.settle());
        return Writes.later(states.dueAt(stations(boots, false), due, now))
                .then(
                        Writes.later( // B02.FR.01
                                states.dueUnlessUnderWay(stations(boots, true), due, now)));
    }

    private static Set<StationKey> stations(List<Happened<StationBooted>> boots, boolean pending) {
        return boots.stream()
                .filter(boot ->
                        pending == (boot.event().status() == RegistrationStatusEnum.PENDING))
                .map(boot -> boot.meta().station())
                .collect(Collectors.toSet());
    }

    /** Called once, subscribed to again and again; safe on several instances at a time. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
    Mono<Void> look() {
        return Flux.defer(() -> states.due(clock.instant(), AT_ONCE))
                .collectList()
                .flatMapIterable(stations -> stations)
                .concatMap(station ->
                        course.goOn(station)
                                .as(transaction::transactional)
                                .onErrorResume(e -> {
                                    log.warn(
                                            "desired values of {} wait: {}", station, e.toString());
                                    return states.ended(
                                            station,
                                            DesiredState.Step.FAILED,
                                            reason(e),
                                            clock.instant());
                                }))
                .then();
    }

    private static @Nullable String reason(Throwable failure) {
        return failure instanceof RuleViolation rule
                ? rule.requirement() + ": " + rule.getMessage()
                : failure.getMessage();
    }
}
