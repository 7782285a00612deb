/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.example.bad;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Would see the time of its first run for ever. */
final class Beat {

    private final Clock clock;

    Beat(Clock clock) {
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    Mono<Instant> run() {
        Instant firstTime = clock.instant();
        return Mono.fromSupplier(() -> firstTime);
    }
}
