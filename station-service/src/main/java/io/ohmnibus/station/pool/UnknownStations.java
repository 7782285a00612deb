/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.pool;

import static io.ohmnibus.station.store.Columns.nullable;

import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables {@code unknown_stations} and {@code unknown_station_switches}. */
@Repository
final class UnknownStations {

    private final DatabaseClient database;
    private final int most;

    UnknownStations(DatabaseClient database, PoolProperties properties) {
        this.database = database;
        this.most = properties.maxStations();
    }

    /** Remembers an attempt, when the tenant wants to know and has no such station. */
    Mono<Void> seen(StationKey station, RefusedHandshake refused) {
        return database.sql(
                        """
                        insert into unknown_stations as u (tenant, station_id, address,
                            security_profile, attempts, first_seen_at, last_seen_at)
                        select :tenant, :stationId, :address, :profile, 1, :at, :at
                        where exists (select from unknown_station_switches where tenant = :tenant)
                        and not exists (select from stations
                            where tenant = :tenant and station_id = :stationId)
                        on conflict (tenant, station_id) do update set
                            address = excluded.address,
                            security_profile = excluded.security_profile,
                            attempts = least(u.attempts, 1000000) + 1,
                            last_seen_at = excluded.last_seen_at
                        where u.last_seen_at < excluded.last_seen_at
                        """)
                .bindProperties(station)
                .bind("address", refused.address())
                .bind("profile", refused.securityProfile())
                .bind("at", refused.at())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMap(rows -> makeRoom(station.tenant()));
    }

    private Mono<Void> makeRoom(String tenant) {
        return database.sql(
                        """
                        delete from unknown_stations where tenant = :tenant and station_id in (
                            select station_id from unknown_stations where tenant = :tenant
                            order by last_seen_at desc, station_id offset :most)
                        """)
                .bind("tenant", tenant)
                .bind("most", most)
                .then();
    }

    Mono<UnknownStation> find(StationKey station) {
        return database.sql(
                        "select * from unknown_stations"
                                + " where tenant = :tenant and station_id = :stationId")
                .bindProperties(station)
                .mapProperties(UnknownStation.class)
                .one();
    }

    /** The stations of a tenant in the order of their ids, beginning after one of them. */
    Flux<UnknownStation> list(String tenant, @Nullable String after, int limit) {
        return database.sql(
                        """
                        select * from unknown_stations where tenant = :tenant
                        and (cast(:after as text) is null or station_id > :after)
                        order by station_id limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("after", nullable(after, String.class))
                .bind("limit", limit)
                .mapProperties(UnknownStation.class)
                .all();
    }

    Mono<Void> forget(StationKey station) {
        return database.sql(
                        "delete from unknown_stations"
                                + " where tenant = :tenant and station_id = :stationId")
                .bindProperties(station)
                .then();
    }

    /** Whether the tenant wants to know. */
    Mono<Boolean> isOn(String tenant) {
        return database.sql("select 1 from unknown_station_switches where tenant = :tenant")
                .bind("tenant", tenant)
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Void> on(String tenant, String by, Instant at) {
        return database.sql(
                        """
                        insert into unknown_station_switches (tenant, by, at)
                        values (:tenant, :by, :at) on conflict do nothing
                        """)
                .bind("tenant", tenant)
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    /** Forgets all that were seen, too. */
    Mono<Void> off(String tenant) {
        return delete("unknown_station_switches", tenant)
                .then(Mono.defer(() -> delete("unknown_stations", tenant)));
    }

    private Mono<Void> delete(String table, String tenant) {
        return database.sql("delete from " + table + " where tenant = :tenant")
                .bind("tenant", tenant)
                .then();
    }
}
