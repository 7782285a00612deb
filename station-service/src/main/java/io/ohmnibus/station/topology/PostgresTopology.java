/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
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
    public Mono<Void> learn(List<Learnt> places) {
        List<Learnt> mentioned =
                places.stream()
                        .filter(learnt -> learnt.place().evseId() > 0)
                        .flatMap(learnt -> Stream.of(learnt, evse(learnt)))
                        .distinct()
                        .toList();
        if (mentioned.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into topology as known
                            (tenant, station_id, evse_id, connector_id, seen_at)
                        select tenant, station, evse, connector, at
                        from unnest(:tenants, :stations, :evses, :connectors, :times)
                            as p (tenant, station, evse, connector, at)
                        where (select count(*) from topology
                            where topology.tenant = p.tenant
                                and topology.station_id = p.station) < :max
                        on conflict (tenant, station_id, evse_id, connector_id) do update
                            set seen_at = excluded.seen_at where known.seen_at is null
                        """)
                .bind("tenants", all(mentioned, String.class, learnt -> learnt.station().tenant()))
                .bind(
                        "stations",
                        all(mentioned, String.class, learnt -> learnt.station().stationId()))
                .bind("evses", all(mentioned, Integer.class, learnt -> learnt.place().evseId()))
                .bind(
                        "connectors",
                        all(mentioned, Integer.class, learnt -> learnt.place().connectorId()))
                .bind("times", all(mentioned, Instant.class, Learnt::at))
                .bind("max", MAX_PLACES)
                .then();
    }

    private static Learnt evse(Learnt learnt) {
        return new Learnt(learnt.station(), new Place(learnt.place().evseId(), 0), learnt.at());
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
