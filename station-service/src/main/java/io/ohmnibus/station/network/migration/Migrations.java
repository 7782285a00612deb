/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network.migration;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.NewestFirst;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code migrations}; at most one of a station is under way. */
@Repository
final class Migrations {

    private static final String OF_STATION =
            "select * from migrations where tenant = :tenant and station_id = :stationId";

    private static final NewestFirst<Migration> NEWEST_FIRST =
            new NewestFirst<>(
                    OF_STATION, Migration.class, row -> Cursor.of(row.requestedAt(), row.id()));

    private final DatabaseClient database;

    Migrations(DatabaseClient database) {
        this.database = database;
    }

    /** False when another one of the station is under way. */
    Mono<Boolean> add(String tenant, Migration migration) {
        return database.sql(
                        """
                        insert into migrations (id, tenant, station_id, slot, close_first,
                            settle_seconds, status, step, requested_by, requested_at, step_at,
                            deadline)
                        values (:id, :tenant, :station, :slot, :close, :settle, :status, :step, :by,
                            :at, :at, :deadline)
                        on conflict (tenant, station_id) where ended_at is null do nothing
                        """)
                .bind("id", migration.id())
                .bind("tenant", tenant)
                .bind("station", migration.stationId())
                .bind("slot", migration.slot())
                .bind("close", migration.closeFirst())
                .bind("settle", migration.settleSeconds())
                .bind("status", migration.status().name())
                .bind("step", migration.step().name())
                .bind("by", migration.requestedBy())
                .bind("at", migration.requestedAt())
                .bind("deadline", migration.deadline())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** The one that is under way, locked until the end of the transaction. */
    Mono<Migration> lock(StationKey station) {
        return database.sql(OF_STATION + " and ended_at is null for update")
                .bindProperties(station)
                .mapProperties(Migration.class)
                .one();
    }

    Mono<Void> step(UUID id, Migration.Step step, @Nullable UUID command, Instant now) {
        return database.sql(
                        """
                        update migrations set step = :step, command_id = :command, step_at = :now
                        where id = :id
                        """)
                .bind("id", id)
                .bind("step", step.name())
                .bind("command", nullable(command, UUID.class))
                .bind("now", now)
                .then();
    }

    Mono<Void> priority(UUID id, String priority) {
        return database.sql("update migrations set priority = :priority where id = :id")
                .bind("id", id)
                .bind("priority", priority)
                .then();
    }

    Mono<Void> end(UUID id, Migration.Status status, @Nullable String reason, Instant now) {
        return database.sql(
                        """
                        update migrations set status = :status, reason = :reason, ended_at = :now,
                            command_id = null
                        where id = :id
                        """)
                .bind("id", id)
                .bind("status", status.name())
                .bind("reason", nullable(reason, String.class))
                .bind("now", now)
                .then();
    }

    /** Stations that have been away since they were told to leave, for as long as they must. */
    Flux<StationKey> gone(Instant now) {
        return stations(
                """
                select m.tenant, m.station_id from migrations m
                join connections c on c.tenant = m.tenant and c.station_id = m.station_id
                where m.ended_at is null and m.step = 'LEAVE' and not c.online
                and c.changed_at > m.step_at - interval '1 minute'
                and c.changed_at < :now - m.settle_seconds * interval '1 second' limit 100
                """,
                now);
    }

    /** Stations that still had something to deliver when they were asked last. */
    Flux<StationKey> undrained(Instant before) {
        return stations(
                """
                select tenant, station_id from migrations
                where ended_at is null and step = 'DRAIN' and command_id is null
                and step_at < :now limit 100
                """,
                before);
    }

    /** Stations whose time is up; one that has left is waited for. */
    Flux<StationKey> overdue(Instant now) {
        return stations(
                """
                select m.tenant, m.station_id from migrations m
                left join connections c on c.tenant = m.tenant and c.station_id = m.station_id
                where m.ended_at is null and m.deadline < :now
                and (m.step <> 'LEAVE' or coalesce(c.online, true)) limit 100
                """,
                now);
    }

    private Flux<StationKey> stations(String sql, Instant now) {
        return database.sql(sql)
                .bind("now", now)
                .map(row ->
                        new StationKey(
                                required(row, "tenant", String.class),
                                required(row, "station_id", String.class)))
                .all();
    }

    /** The migrations of a station, the newest first. */
    Mono<Page<Migration>> list(StationKey station, PageRequest page) {
        return NEWEST_FIRST.page(database, station, page);
    }
}
