/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.contracts.gateway.StationConnection;
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
final class PostgresConnections implements Connections {

    private static final String NEWEST =
            """
            insert into connections as known (tenant, station_id, online, connection_id,
                ocpp_version, connected_at, changed_at, epoch, revision, close_reason, last_seen_at)
            values (:tenant, :station, cast(:endedAt as timestamptz) is null, :connection, :version,
                :connectedAt, coalesce(:endedAt, :connectedAt), :epoch, :revision, :reason,
                :lastSeenAt)
            on conflict (tenant, station_id) do update set
                online = excluded.online, connection_id = excluded.connection_id,
                ocpp_version = excluded.ocpp_version, connected_at = excluded.connected_at,
                changed_at = excluded.changed_at, epoch = excluded.epoch,
                revision = excluded.revision, close_reason = excluded.close_reason,
                last_seen_at = excluded.last_seen_at
            where (excluded.epoch, excluded.connection_id, excluded.revision)
                > (known.epoch, known.connection_id, known.revision)
            """;

    private static final String IN_HISTORY =
            """
            insert into connection_history as known (tenant, station_id, connection_id, epoch,
                revision, gateway, ocpp_version, security_profile, remote_address, connected_at,
                disconnected_at, close_reason, last_seen_at)
            values (:tenant, :station, :connection, :epoch, :revision, :gateway, :version, :profile,
                :address, :connectedAt, :endedAt, :reason, :lastSeenAt)
            on conflict (tenant, station_id, connection_id) do update set
                revision = excluded.revision, disconnected_at = excluded.disconnected_at,
                close_reason = excluded.close_reason, last_seen_at = excluded.last_seen_at
            where excluded.revision > known.revision
            """;

    /** The end of a connection that gave way is often told by nobody. */
    private static final String REPLACED =
            """
            update connection_history old set
                disconnected_at = greatest(old.connected_at, newer.connected_at),
                close_reason = 'replaced by a newer connection'
            from connections newer
            where old.tenant = :tenant and old.station_id = :station
            and old.disconnected_at is null
            and newer.tenant = old.tenant and newer.station_id = old.station_id
            and (newer.epoch, newer.connection_id) > (old.epoch, old.connection_id)
            """;

    private final DatabaseClient database;

    PostgresConnections(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> put(StationKey station, StationConnection connection) {
        return bind(of(station, NEWEST), connection)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .delayUntil(_ -> inHistory(station, connection))
                .delayUntil(_ -> of(station, REPLACED).then());
    }

    private Mono<Void> inHistory(StationKey station, StationConnection connection) {
        StationAuthentication by = connection.authentication();
        return bind(of(station, IN_HISTORY), connection)
                .bind("gateway", connection.gateway())
                .bind("profile", nullable(by == null ? null : by.securityProfile(), Integer.class))
                .bind("address", connection.remoteAddress())
                .then();
    }

    private GenericExecuteSpec of(StationKey station, String sql) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec sql, StationConnection connection) {
        return sql.bind("connection", connection.connectionId())
                .bind("version", connection.version())
                .bind("connectedAt", connection.connectedAt())
                .bind("endedAt", nullable(connection.disconnectedAt(), Instant.class))
                .bind("epoch", connection.epoch())
                .bind("revision", connection.revision())
                .bind("reason", nullable(connection.closeReason(), String.class))
                .bind("lastSeenAt", nullable(connection.lastSeenAt(), Instant.class));
    }

    @Override
    public Mono<Void> remove(StationKey station) {
        return of(
                        station,
                        "delete from connections where tenant = :tenant and station_id = :station")
                .then();
    }

    @Override
    public Flux<PastConnection> history(StationKey station, @Nullable Place after, int limit) {
        return of(
                        station,
                        """
                        select * from connection_history
                        where tenant = :tenant and station_id = :station
                        and (cast(:epoch as bigint) is null
                            or (epoch, connection_id) < (:epoch, :connection))
                        order by epoch desc, connection_id desc limit :limit
                        """)
                .bind("epoch", nullable(after == null ? null : after.epoch(), Long.class))
                .bind(
                        "connection",
                        nullable(after == null ? null : after.connectionId(), String.class))
                .bind("limit", limit)
                .map(PostgresConnections::read)
                .all();
    }

    @Override
    public Mono<Void> forgetBefore(Instant time) {
        return database.sql("delete from connection_history where disconnected_at < :time")
                .bind("time", time)
                .then();
    }

    private static PastConnection read(Readable row) {
        return new PastConnection(
                required(row, "connection_id", String.class),
                required(row, "epoch", Long.class),
                required(row, "gateway", Integer.class),
                required(row, "ocpp_version", String.class),
                optional(row, "security_profile", Integer.class),
                required(row, "remote_address", String.class),
                required(row, "connected_at", Instant.class),
                optional(row, "disconnected_at", Instant.class),
                optional(row, "close_reason", String.class),
                optional(row, "last_seen_at", Instant.class));
    }
}
