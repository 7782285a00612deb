/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.store.CommandOutcome;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresResets implements Resets {

    private final DatabaseClient database;

    PostgresResets(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> completed(
            StationKey station, ResetRequest request, CommandOutcome outcome, Instant at) {
        return database.sql(
                        """
                        insert into resets
                            (tenant, station_id, evse_id, type, outcome, outcome_info, at)
                        values (:tenant, :station, :evse, :type, :outcome, :info, :at)
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("evse", nullable(request.evseId(), Integer.class))
                .bind("type", request.type().wireName())
                .bind("outcome", outcome.status())
                .bind("info", nullable(outcome.info(), String.class))
                .bind("at", at)
                .then();
    }

    @Override
    public Mono<Void> rebooted(Map<StationKey, Instant> at) {
        Set<StationKey> stations = at.keySet();
        return database.sql(
                        """
                        update resets set rebooted_at = boot.at
                        from unnest(:tenants, :stations, :times) as boot (tenant, station, at)
                        where resets.tenant = boot.tenant and resets.station_id = boot.station
                            and rebooted_at is null
                            and evse_id is null and outcome in ('Accepted', 'Scheduled', 'TimedOut')
                        """)
                .bind("tenants", all(stations, String.class, StationKey::tenant))
                .bind("stations", all(stations, String.class, StationKey::stationId))
                .bind("times", all(at.values(), Instant.class, time -> time))
                .then();
    }

    @Override
    public Flux<Reset> list(StationKey station, @Nullable Long before, int limit) {
        return database.sql(
                        """
                        select * from resets
                        where tenant = :tenant and station_id = :station
                            and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("before", nullable(before, Long.class))
                .bind("limit", limit)
                .map(PostgresResets::read)
                .all();
    }

    private static Reset read(Readable row) {
        return new Reset(
                required(row, "id", Long.class),
                optional(row, "evse_id", Integer.class),
                required(row, "type", String.class),
                required(row, "outcome", String.class),
                optional(row, "outcome_info", String.class),
                required(row, "at", Instant.class),
                optional(row, "rebooted_at", Instant.class));
    }
}
