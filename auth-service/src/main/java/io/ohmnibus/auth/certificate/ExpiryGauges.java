/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many installed certificates expire soon, or have expired; of all tenants together. */
@Component
class ExpiryGauges {

    private final Map<Duration, AtomicLong> counts = new TreeMap<>();
    private final DatabaseClient database;
    private final Clock clock;

    ExpiryGauges(DatabaseClient database, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        for (long days : new long[] {0, 7, 30}) {
            AtomicLong count = new AtomicLong();
            counts.put(Duration.ofDays(days), count);
            Gauge.builder("ohmnibus.certificates.expiring", count, AtomicLong::get)
                    .description("Installed certificates of stations that expire within days")
                    .tag("days", Long.toString(days))
                    .register(meters);
        }
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT5M")
    Mono<Void> count() {
        return Flux.fromIterable(counts.entrySet())
                .concatMap(entry -> expiringWithin(entry.getKey()).doOnNext(entry.getValue()::set))
                .then();
    }

    private Mono<Long> expiringWithin(Duration time) {
        return database.sql(
                        """
                        select count(*) from station_certificates
                        where status = 'INSTALLED' and not_after <= :until
                        """)
                .bind("until", clock.instant().plus(time))
                .mapValue(Long.class)
                .one();
    }
}
