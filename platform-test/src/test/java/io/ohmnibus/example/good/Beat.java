/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.example.good;

import java.time.Clock;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;

/** Sees the time of each run. */
final class Beat {

    private final Clock clock;

    Beat(Clock clock) {
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    Mono<Instant> run() {
        return Mono.fromSupplier(() -> clock.instant());
    }
}
