/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.retention;

import io.ohmnibus.platform.background.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Forgets what happened long ago, some rows at a time, every hour. Safe on several instances at a
 * time.
 */
public final class Retention implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private static final Duration AFTER_THE_START = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(55);

    /** No statement holds its locks for long. */
    private static final int AT_ONCE = 5_000;

    private final DatabaseClient database;
    private final List<OldRows> old;
    private final Clock clock;
    private @Nullable Background running;

    public Retention(DatabaseClient database, List<OldRows> old, Clock clock) {
        this.database = database;
        this.old = List.copyOf(old);
        this.clock = clock;
    }

    /** How many rows were forgotten. */
    public Mono<Long> forget() {
        return Flux.fromIterable(old)
                .concatMap(this::forget)
                .reduce(0L, Long::sum)
                .doOnNext(
                        rows -> log.info("{} rows of what happened long ago are forgotten", rows));
    }

    private Flux<Long> forget(OldRows some) {
        Instant before = clock.instant().minus(some.kept());
        return Flux.fromIterable(some.rows()).concatMap(rows -> delete(rows, before));
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

    @Override
    public synchronized void start() {
        running = Background.every(PAUSE, () -> Mono.delay(AFTER_THE_START).then(forget()).then());
    }

    @Override
    public synchronized void stop() {
        Background current = running;
        if (current != null) {
            current.close();
        }
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
