/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
final class PostgresConnections implements Connections {

    private final DatabaseClient database;

    PostgresConnections(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(StationKey station, StationConnection connection) {
        Instant ended = connection.disconnectedAt();
        return database.sql(
                        """
                        insert into connections as known (tenant, station_id, online,
                            connection_id, ocpp_version, connected_at, changed_at)
                        values (:tenant, :station, :online, :connection, :version, :connectedAt,
                            :changedAt)
                        on conflict (tenant, station_id) do update set
                            online = excluded.online, connection_id = excluded.connection_id,
                            ocpp_version = excluded.ocpp_version,
                            connected_at = excluded.connected_at, changed_at = excluded.changed_at
                        where excluded.online or known.connection_id = excluded.connection_id
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("online", connection.online())
                .bind("connection", connection.connectionId())
                .bind("version", connection.version())
                .bind("connectedAt", connection.connectedAt())
                .bind("changedAt", ended == null ? connection.connectedAt() : ended)
                .then();
    }

    @Override
    public Mono<Void> remove(StationKey station) {
        return database.sql(
                        "delete from connections where tenant = :tenant and station_id = :station")
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .then();
    }
}
