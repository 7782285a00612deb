/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresExcludedPeriods implements ExcludedPeriods {

    private final DatabaseClient database;

    PostgresExcludedPeriods(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<ExcludedPeriod> add(StationKey station, ExcludedPeriod excluded) {
        return of(
                        """
                        insert into excluded_periods (tenant, station_id, evse_id, cause, starts_at,
                            ends_at, note, declared_at, declared_by)
                        values (:tenant, :station, :evse, :cause, :from, :to, :note, :at, :by)
                        returning *
                        """,
                        station)
                .bind("evse", excluded.evseId())
                .bind("cause", excluded.cause().text())
                .bind("from", excluded.period().from())
                .bind("to", excluded.period().to())
                .bind("note", nullable(excluded.note(), String.class))
                .bind("at", excluded.declaredAt())
                .bind("by", excluded.declaredBy())
                .map(PostgresExcludedPeriods::read)
                .one();
    }

    @Override
    public Flux<ExcludedPeriod> within(StationKey station, Period period) {
        return of(
                        """
                        select * from excluded_periods
                        where tenant = :tenant and station_id = :station
                            and starts_at < :to and ends_at > :from
                        order by starts_at, id
                        """,
                        station)
                .bind("from", period.from())
                .bind("to", period.to())
                .map(PostgresExcludedPeriods::read)
                .all();
    }

    @Override
    public Flux<ExcludedPeriod> list(StationKey station, @Nullable Long before, int limit) {
        return of(
                        """
                        select * from excluded_periods
                        where tenant = :tenant and station_id = :station
                            and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :limit
                        """,
                        station)
                .bind("before", nullable(before, Long.class))
                .bind("limit", limit)
                .map(PostgresExcludedPeriods::read)
                .all();
    }

    @Override
    public Mono<Boolean> remove(StationKey station, long id) {
        return of(
                        """
                        delete from excluded_periods
                        where tenant = :tenant and station_id = :station and id = :id
                        """,
                        station)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private GenericExecuteSpec of(String sql, StationKey station) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }

    private static ExcludedPeriod read(Readable row) {
        return new ExcludedPeriod(
                required(row, "id", Long.class),
                required(row, "evse_id", Integer.class),
                ExcludedPeriod.Cause.read(required(row, "cause", String.class)),
                new Period(
                        required(row, "starts_at", Instant.class),
                        required(row, "ends_at", Instant.class)),
                optional(row, "note", String.class),
                required(row, "declared_at", Instant.class),
                required(row, "declared_by", String.class));
    }
}
