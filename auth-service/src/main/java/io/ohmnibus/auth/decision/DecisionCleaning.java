/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Forgets decisions whose time is over. */
@Component
@EnableConfigurationProperties(DecisionProperties.class)
class DecisionCleaning {

    private static final int MOST = 5_000;

    private final PostgresDecisions decisions;
    private final DecisionProperties properties;
    private final Clock clock;

    DecisionCleaning(PostgresDecisions decisions, DecisionProperties properties, Clock clock) {
        this.decisions = decisions;
        this.properties = properties;
        this.clock = clock;
    }

    /** Called once, subscribed to again and again. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    Mono<Void> forget() {
        return Mono.defer(
                        () -> {
                            Instant horizon = clock.instant().minus(properties.decisionsKept());
                            return decisions.forget(horizon, MOST);
                        })
                .repeat(200)
                .takeWhile(more -> more)
                .then();
    }
}
