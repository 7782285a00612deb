/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets what happened long ago, some rows at a time. Safe on several instances at a time. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** No statement holds its locks for long. */
    private static final int AT_ONCE = 5_000;

    /** The newest report before the time stays: it tells what was so from then on. */
    private static final List<String> AVAILABILITY =
            List.of(
                    """
                    availability_history h where received_at < :before and exists (
                        select from availability_history n
                        where n.tenant = h.tenant and n.station_id = h.station_id
                        and n.evse_id = h.evse_id and n.connector_id = h.connector_id
                        and n.aspect = h.aspect and n.ordered_at < :before
                        and (n.ordered_at, n.received_at, n.position)
                            > (h.ordered_at, h.received_at, h.position))
                    """,
                    """
                    availability_changes h where at < :before and exists (
                        select from availability_changes n
                        where n.tenant = h.tenant and n.station_id = h.station_id
                        and n.evse_id = h.evse_id and n.connector_id = h.connector_id
                        and n.id > h.id)
                    """);

    /** The newest inventory stays: by it a station is known to have been read. */
    private static final List<String> OPERATIONS =
            List.of(
                    "resets where at < :before",
                    "migrations where ended_at < :before",
                    "variable_requests where requested_at < :before",
                    "commands where created_at < :before and completed_at is not null",
                    "campaigns where ended_at < :before",
                    """
                    reports r where requested_at < :before and (hardware is null or exists (
                        select from reports n
                        where n.tenant = r.tenant and n.station_id = r.station_id
                        and n.hardware is not null
                        and (n.requested_at, n.request_id) > (r.requested_at, r.request_id)))
                    """);

    private final DatabaseClient database;
    private final RetentionProperties properties;
    private final Clock clock;

    Retention(DatabaseClient database, RetentionProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /** How many rows were forgotten. */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    Mono<Long> forget() {
        return Flux.defer(() ->
                        Flux.concat(
                                all(AVAILABILITY, clock.instant().minus(properties.availability())),
                                all(OPERATIONS, clock.instant().minus(properties.operations()))))
                .reduce(0L, Long::sum)
                .doOnNext(rows -> log.info("{} rows of what happened long ago are forgotten", rows))
                .doOnError(failure -> log.warn("nothing more is forgotten: {}", failure.toString()))
                .onErrorReturn(0L);
    }

    private Flux<Long> all(List<String> old, Instant before) {
        return Flux.fromIterable(old).concatMap(rows -> delete(rows, before));
    }

    private Mono<Long> delete(String rows, Instant before) {
        String table = rows.strip().split(" ", 2)[0];
        return database.sql(
                        "delete from %s where ctid = any (array(select ctid from %s limit %d))"
                                .formatted(table, rows, AT_ONCE))
                .bind("before", before)
                .fetch()
                .rowsUpdated()
                .repeat()
                .takeUntil(deleted -> deleted < AT_ONCE)
                .reduce(0L, Long::sum);
    }
}
