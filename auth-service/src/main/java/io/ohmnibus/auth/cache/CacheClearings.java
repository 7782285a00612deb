/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.cache;

import static io.ohmnibus.platform.store.Binds.bind;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Writes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code cache_clearings}. */
@Component
final class CacheClearings {

    private final DatabaseClient database;
    private final Clock clock;

    CacheClearings(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<CacheClearing> find(StationKey station) {
        return database.sql(
                        """
                        select station_id, status, reason, ended_at, cleared_at
                        from cache_clearings where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .mapProperties(CacheClearing.class)
                .one();
    }

    /** Keeps how it ended, in place of what was before. */
    Mono<Void> ended(StationKey station, String status, @Nullable String reason, boolean cleared) {
        var upsert =
                database.sql(
                                """
                                insert into cache_clearings as known
                                  (tenant, station_id, status, reason, ended_at, cleared_at)
                                values (:tenant, :stationId, :status, :reason, :now,
                                  case when :cleared then cast(:now as timestamptz) end)
                                on conflict (tenant, station_id) do update set
                                  status = excluded.status, reason = excluded.reason,
                                  ended_at = excluded.ended_at,
                                  cleared_at = coalesce(excluded.cleared_at, known.cleared_at)
                                """)
                        .bindProperties(station)
                        .bind("status", status)
                        .bind("cleared", cleared)
                        .bind("now", clock.instant());
        return Writes.later(bind(upsert, "reason", reason, String.class).then());
    }
}
