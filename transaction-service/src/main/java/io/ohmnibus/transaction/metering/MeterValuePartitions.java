/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the monthly partitions of {@code meter_values} ahead of time; what comes without one goes
 * to the default partition.
 */
@Component
class MeterValuePartitions {

    private static final int MONTHS_AHEAD = 6;

    private final DatabaseClient database;
    private final Clock clock;

    MeterValuePartitions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Safe to run on several instances at a time. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT12H")
    Mono<Void> ensure() {
        return database.sql("select ensure_meter_value_partitions(:from, :months)")
                .bind("from", clock.instant().atOffset(ZoneOffset.UTC).toLocalDate())
                .bind("months", MONTHS_AHEAD)
                .then();
    }
}
