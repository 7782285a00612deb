/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the monthly partitions of {@code measurements} ahead of time, and drops those that are kept
 * no longer; what comes without one goes to the default partition.
 */
@Component
class MeterValuePartitions {

    private static final int MONTHS_AHEAD = 6;

    private final DatabaseClient database;
    private final MeteringProperties properties;
    private final Clock clock;

    MeterValuePartitions(DatabaseClient database, MeteringProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /** Safe to run on several instances at a time. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT12H")
    Mono<Void> ensure() {
        return Mono.defer(this::turnOver);
    }

    private Mono<Void> turnOver() {
        Duration keptFor = properties.keptFor();
        Mono<Void> made =
                database.sql("select ensure_measurement_partitions(:from, :months)")
                        .bind("from", daysBefore(Duration.ZERO))
                        .bind("months", MONTHS_AHEAD)
                        .then();
        return keptFor == null
                ? made
                : made.then(
                        database.sql("select drop_measurement_partitions(:before)")
                                .bind("before", daysBefore(keptFor))
                                .then());
    }

    private LocalDate daysBefore(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
