/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresTopology implements Topology {

    /** More than any station has; keeps nonsense from filling the table. */
    private static final int MAX_PLACES = 1_000;

    private final DatabaseClient database;

    PostgresTopology(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> learn(StationKey station, Collection<Place> places, Instant at) {
        List<Place> all =
                places.stream()
                        .flatMap(place -> Stream.of(place, new Place(place.evseId(), 0)))
                        .filter(place -> place.evseId() > 0)
                        .distinct()
                        .toList();
        if (all.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into topology as known
                            (tenant, station_id, evse_id, connector_id, seen_at)
                        select :tenant, :station, p.evse, p.connector, :at
                        from unnest(:evses, :connectors) as p (evse, connector)
                        where (select count(*) from topology
                            where tenant = :tenant and station_id = :station) < :max
                        on conflict (tenant, station_id, evse_id, connector_id) do update
                            set seen_at = excluded.seen_at where known.seen_at is null
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("evses", all.stream().map(Place::evseId).toArray(Integer[]::new))
                .bind("connectors", all.stream().map(Place::connectorId).toArray(Integer[]::new))
                .bind("at", at)
                .bind("max", MAX_PLACES)
                .then();
    }

    @Override
    public Flux<Place> places(StationKey station) {
        return database.sql(
                        """
                        select evse_id, connector_id from topology
                        where tenant = :tenant and station_id = :station
                        order by evse_id, connector_id
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .map(row ->
                        new Place(
                                required(row, "evse_id", Integer.class),
                                required(row, "connector_id", Integer.class)))
                .all();
    }
}
