/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code registrations}; locked in the order of ids, so that batches do not cross. */
@Repository
final class PostgresClaims implements Claims {

    private final DatabaseClient database;

    PostgresClaims(DatabaseClient database) {
        this.database = database;
    }

    private GenericExecuteSpec of(Collection<StationKey> stations, UUID claim, String sql) {
        return database.sql(sql)
                .bind("tenants", all(stations, String.class, StationKey::tenant))
                .bind("stations", all(stations, String.class, StationKey::stationId))
                .bind("claim", claim);
    }

    @Override
    public Flux<StationKey> claim(
            Collection<StationKey> stations, UUID claim, Instant now, Duration time) {
        return of(
                        stations,
                        claim,
                        """
                        insert into registrations as known (tenant, station_id, claim, ends_at)
                        select tenant, station, :claim, :end
                        from unnest(:tenants, :stations) as wanted (tenant, station)
                        where not exists (select from stations
                            where stations.tenant = wanted.tenant and station_id = station)
                        order by tenant, station
                        on conflict (tenant, station_id) do update
                            set claim = excluded.claim, ends_at = excluded.ends_at
                            where known.ends_at < :now
                        returning tenant, station_id
                        """)
                .bind("end", now.plus(time))
                .bind("now", now)
                .map(PostgresClaims::key)
                .all();
    }

    private static final String OURS =
            """
            where claim = :claim and isfinite(ends_at)
            and (tenant, station_id) in (select * from unnest(:tenants, :stations))
            """;

    @Override
    public Flux<StationKey> settle(Collection<StationKey> stations, UUID claim) {
        return of(
                        stations,
                        claim,
                        "update registrations set ends_at = 'infinity' "
                                + OURS
                                + " returning tenant, station_id")
                .map(PostgresClaims::key)
                .all();
    }

    @Override
    public Mono<Void> release(Collection<StationKey> stations, UUID claim) {
        return of(stations, claim, "update registrations set ends_at = '-infinity' " + OURS).then();
    }

    @Override
    public Mono<Void> forget(Collection<StationKey> stations, UUID claim) {
        return of(stations, claim, "delete from registrations " + OURS).then();
    }

    @Override
    public Flux<StationKey> ended(Instant now, int limit) {
        return database.sql(
                        """
                        select tenant, station_id from registrations
                        where ends_at < 'infinity' and ends_at < :now
                        order by tenant, station_id limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(PostgresClaims::key)
                .all();
    }

    private static StationKey key(Readable row) {
        return new StationKey(
                required(row, "tenant", String.class), required(row, "station_id", String.class));
    }
}
