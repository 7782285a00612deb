/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresClockSkews implements ClockSkews {

    private final DatabaseClient database;

    PostgresClockSkews(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<StationKey, Known>> known(Collection<StationKey> stations) {
        return database.sql(
                        """
                        select s.tenant, s.station_id, s.boot_at, c.connection_id, c.connected_at,
                            k.ahead_millis, k.measured_at, k.beyond, k.since
                        from unnest(:tenants, :stations) as asked (tenant, station)
                        join stations s on s.tenant = asked.tenant and s.station_id = asked.station
                        left join connections c on c.tenant = s.tenant
                            and c.station_id = s.station_id
                        left join clocks k on k.tenant = s.tenant and k.station_id = s.station_id
                        """)
                .bind("tenants", all(stations, String.class, StationKey::tenant))
                .bind("stations", all(stations, String.class, StationKey::stationId))
                .map(row -> Map.entry(station(row), known(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> put(Map<StationKey, ClockSkew> skews) {
        return skews.isEmpty()
                ? Mono.empty()
                : database.sql(
                                """
                                insert into clocks
                                select * from unnest(:tenants, :stations, :ahead, :measured,
                                    :beyond, :since)
                                    as new (tenant, station, ahead, measured, beyond, since)
                                order by tenant, station
                                on conflict (tenant, station_id) do update set
                                    ahead_millis = excluded.ahead_millis,
                                    measured_at = excluded.measured_at,
                                    beyond = excluded.beyond, since = excluded.since
                                """)
                        .bind("tenants", all(skews.keySet(), String.class, StationKey::tenant))
                        .bind("stations", all(skews.keySet(), String.class, StationKey::stationId))
                        .bind("ahead", all(skews.values(), Long.class, s -> s.ahead().toMillis()))
                        .bind("measured", all(skews.values(), Instant.class, ClockSkew::measuredAt))
                        .bind("beyond", all(skews.values(), Boolean.class, ClockSkew::beyond))
                        .bind("since", all(skews.values(), Instant.class, ClockSkew::since))
                        .then();
    }

    @Override
    public Mono<ClockSkew> find(StationKey station) {
        return database.sql("select * from clocks where tenant = :tenant and station_id = :station")
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .map(PostgresClockSkews::skew)
                .one();
    }

    @Override
    public Flux<Estimated> list(
            String tenant, @Nullable Boolean beyond, @Nullable String after, int limit) {
        return database.sql(
                        """
                        select * from clocks where tenant = :tenant
                        and (cast(:beyond as boolean) is null or beyond = :beyond)
                        and (cast(:after as text) is null or station_id > :after)
                        order by station_id limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("beyond", nullable(beyond, Boolean.class))
                .bind("after", nullable(after, String.class))
                .bind("limit", limit)
                .map(row -> new Estimated(station(row), skew(row)))
                .all();
    }

    @Override
    public Mono<Long> countBeyond() {
        return database.sql("select count(*) from clocks where beyond").mapValue(Long.class).one();
    }

    private static StationKey station(Readable row) {
        return new StationKey(
                required(row, "tenant", String.class), required(row, "station_id", String.class));
    }

    private static Known known(Readable row) {
        return new Known(
                optional(row, "measured_at", Instant.class) == null ? null : skew(row),
                optional(row, "boot_at", Instant.class),
                optional(row, "connection_id", String.class),
                optional(row, "connected_at", Instant.class));
    }

    private static ClockSkew skew(Readable row) {
        return new ClockSkew(
                Duration.ofMillis(required(row, "ahead_millis", Long.class)),
                required(row, "measured_at", Instant.class),
                required(row, "beyond", Boolean.class),
                required(row, "since", Instant.class));
    }
}
