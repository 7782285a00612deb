/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many clocks are beyond the bound; of all tenants together. */
@Component
class ClockGauge {

    private final ClockSkews skews;
    private final AtomicLong beyond = new AtomicLong();

    ClockGauge(ClockSkews skews, MeterRegistry meters) {
        this.skews = skews;
        Gauge.builder("ohmnibus.station.clocks.beyond", beyond, AtomicLong::get)
                .description("Stations whose clock is further from ours than the bound")
                .register(meters);
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1M")
    Mono<Void> count() {
        return skews.countBeyond().doOnNext(beyond::set).then();
    }
}
