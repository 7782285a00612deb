/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.desired.DesiredState.Step;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code desired_states}. */
@Repository
final class PostgresDesiredStates implements DesiredStates {

    /** What is wanted anew may need a reset anew. */
    private static final String WANTED =
            """
            insert into desired_states (tenant, station_id, step, due_at, changed_at)
            select tenant, station_id, 'DUE', :now, :now from desired_scopes
            where tenant = :tenant and scope = :scope and scope_id = :id
            order by station_id
            on conflict (tenant, station_id) do update set step = 'DUE', due_at = excluded.due_at,
                request_id = null, reset = false, reason = null, changed_at = excluded.changed_at
            """;

    /**
     * Looks each station up by index: an {@code exists} would read all that is desired of anybody.
     * Locks in the order of keys, so that batches do not cross.
     */
    private static final String DUE =
            """
            insert into desired_states as d (tenant, station_id, step, due_at, changed_at)
            select b.tenant, b.station_id, 'DUE', :due, :now
            from unnest(:tenants, :stations) as b (tenant, station_id)
            cross join lateral (
                select 1 from desired_states k
                where k.tenant = b.tenant and k.station_id = b.station_id
                union all
                select 1 from desired_scopes s
                join desired_variables v on v.tenant = s.tenant and v.scope = s.scope
                    and v.scope_id = s.scope_id
                where s.tenant = b.tenant and s.station_id = b.station_id
                limit 1) as anything
            order by b.tenant, b.station_id
            on conflict (tenant, station_id) do update set step = 'DUE', due_at = excluded.due_at,
                request_id = null, changed_at = excluded.changed_at
            """;

    private final DatabaseClient database;

    PostgresDesiredStates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> wanted(String tenant, DesiredScope scope, String scopeId, Instant now) {
        return database.sql(WANTED)
                .bind("tenant", tenant)
                .bind("scope", scope.name())
                .bind("id", scopeId)
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<Void> dueAt(Set<StationKey> stations, Instant due, Instant now) {
        return due(DUE, stations, due, now);
    }

    @Override
    public Mono<Void> dueUnlessUnderWay(Set<StationKey> stations, Instant due, Instant now) {
        return due(
                DUE + " where d.step not in ('DUE', 'READING', 'DIFFERS', 'SETTING')",
                stations,
                due,
                now);
    }

    private Mono<Void> due(String statement, Set<StationKey> stations, Instant due, Instant now) {
        return stations.isEmpty()
                ? Mono.empty()
                : database.sql(statement)
                        .bind("tenants", all(stations, String.class, StationKey::tenant))
                        .bind("stations", all(stations, String.class, StationKey::stationId))
                        .bind("due", due)
                        .bind("now", now)
                        .then();
    }

    @Override
    public Flux<StationKey> due(Instant now, int limit) {
        return database.sql(
                        """
                        select d.tenant, d.station_id from desired_states d
                        join connections c on c.tenant = d.tenant and c.station_id = d.station_id
                        where d.step in ('DUE', 'DIFFERS') and d.due_at <= :now and c.online
                        order by d.due_at limit :limit
                        """)
                .bind("now", now)
                .bind("limit", limit)
                .map(row ->
                        new StationKey(
                                required(row, "tenant", String.class),
                                required(row, "station_id", String.class)))
                .all();
    }

    @Override
    public Mono<DesiredState> lock(StationKey station) {
        return find(station, " for update");
    }

    @Override
    public Mono<DesiredState> find(StationKey station) {
        return find(station, "");
    }

    private Mono<DesiredState> find(StationKey station, String locking) {
        return database.sql(
                        "select * from desired_states where tenant = :tenant"
                                + " and station_id = :stationId"
                                + locking)
                .bindProperties(station)
                .mapProperties(DesiredState.class)
                .one();
    }

    @Override
    public Mono<Void> awaiting(StationKey station, Step step, UUID request, Instant now) {
        return change(station, step, request, null, now);
    }

    @Override
    public Mono<Void> ended(StationKey station, Step step, @Nullable String reason, Instant now) {
        return change(station, step, null, reason, now);
    }

    private Mono<Void> change(
            StationKey station,
            Step step,
            @Nullable UUID request,
            @Nullable String reason,
            Instant now) {
        return database.sql(
                        """
                        update desired_states set step = :step, request_id = :request,
                            reason = :reason, changed_at = :now,
                            reset = case :step when 'RESETTING' then true when 'HOLDS' then false
                                else reset end
                        where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .bind("step", step.name())
                .bind("request", nullable(request, UUID.class))
                .bind("reason", nullable(reason, String.class))
                .bind("now", now)
                .then();
    }

    @Override
    public Mono<Void> forget(StationKey station) {
        return database.sql(
                        "delete from desired_states where tenant = :tenant"
                                + " and station_id = :stationId")
                .bindProperties(station)
                .then();
    }
}
