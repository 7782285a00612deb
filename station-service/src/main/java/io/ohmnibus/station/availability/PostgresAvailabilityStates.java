/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.store.CommandOutcome;
import io.ohmnibus.station.topology.Place;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresAvailabilityStates implements AvailabilityStates {

    private final DatabaseClient database;

    PostgresAvailabilityStates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Standing> standing(StationKey station, Place place, Observation.Aspect aspect) {
        return at(
                        """
                        select state, ordered_at from availability
                        where tenant = :tenant and station_id = :station and evse_id = :evse
                            and connector_id = :connector and aspect = :aspect
                        for update
                        """,
                        station,
                        place)
                .bind("aspect", aspect.text())
                .map(row ->
                        new Standing(
                                required(row, "state", String.class),
                                required(row, "ordered_at", Instant.class)))
                .one();
    }

    @Override
    public Mono<Void> stand(StationKey station, Observation observation) {
        return observed(
                        """
                        insert into availability as known (tenant, station_id, evse_id,
                            connector_id, aspect, state, source, reported_at, received_at,
                            clock_suspect, ordered_at)
                        values (:tenant, :station, :evse, :connector, :aspect, :state, :source,
                            :reportedAt, :receivedAt, :suspect, :orderedAt)
                        on conflict (tenant, station_id, evse_id, connector_id, aspect)
                        do update set state = excluded.state, source = excluded.source,
                            reported_at = excluded.reported_at,
                            received_at = excluded.received_at,
                            clock_suspect = excluded.clock_suspect,
                            ordered_at = excluded.ordered_at
                        where known.ordered_at <= excluded.ordered_at
                        """,
                        station,
                        observation)
                .bind("orderedAt", observation.origin().time().order())
                .then();
    }

    @Override
    public Mono<Void> remember(StationKey station, Observation observation, boolean late) {
        return observed(
                        """
                        insert into availability_history (tenant, station_id, evse_id,
                            connector_id, aspect, state, source, reported_at, received_at,
                            clock_suspect, late, message_id, position)
                        values (:tenant, :station, :evse, :connector, :aspect, :state, :source,
                            :reportedAt, :receivedAt, :suspect, :late, :message, :position)
                        on conflict do nothing
                        """,
                        station,
                        observation)
                .bind("late", late)
                .bind("message", observation.origin().messageId())
                .bind("position", observation.origin().position())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec observed(
            String sql, StationKey station, Observation observation) {
        ReportedTime time = observation.origin().time();
        return at(sql, station, observation.place())
                .bind("aspect", observation.aspect().text())
                .bind("state", observation.state())
                .bind("source", observation.origin().source())
                .bind("reportedAt", time.reported())
                .bind("receivedAt", time.received())
                .bind("suspect", time.suspect());
    }

    private DatabaseClient.GenericExecuteSpec at(String sql, StationKey station, Place place) {
        return of(sql, station).bind("evse", place.evseId()).bind("connector", place.connectorId());
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, StationKey station) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }

    @Override
    public Mono<Void> expectAnew(Collection<StationKey> stations) {
        return database.sql(
                        """
                        update availability set ordered_at = to_timestamp(0)
                        where (tenant, station_id) in
                            (select * from unnest(:tenants, :stations))
                        """)
                .bind("tenants", all(stations, String.class, StationKey::tenant))
                .bind("stations", all(stations, String.class, StationKey::stationId))
                .then();
    }

    @Override
    public Flux<State> states(StationKey station) {
        return of(
                        """
                        select * from availability
                        where tenant = :tenant and station_id = :station
                        order by evse_id, connector_id, aspect
                        """,
                        station)
                .map(PostgresAvailabilityStates::state)
                .all();
    }

    @Override
    public Flux<Past> history(StationKey station, @Nullable Position after, int limit) {
        return of(
                        """
                        select * from availability_history
                        where tenant = :tenant and station_id = :station
                            and (cast(:at as timestamptz) is null or received_at < :at
                                or (received_at = :at
                                    and (message_id, position) > (:message, :position)))
                        order by received_at desc, message_id, position limit :limit
                        """,
                        station)
                .bind("at", nullable(after == null ? null : after.receivedAt(), Instant.class))
                .bind("message", after == null ? "" : after.messageId())
                .bind("position", after == null ? 0L : after.position())
                .bind("limit", limit)
                .map(row ->
                        new Past(
                                state(row),
                                required(row, "late", Boolean.class),
                                required(row, "message_id", String.class),
                                required(row, "position", Integer.class)))
                .all();
    }

    @Override
    public Mono<Void> changed(
            StationKey station,
            ChangeAvailabilityRequest request,
            CommandOutcome outcome,
            Instant at) {
        return at(
                        """
                        insert into availability_changes (tenant, station_id, evse_id,
                            connector_id, operational_status, outcome, outcome_info, at)
                        values (:tenant, :station, :evse, :connector, :status, :outcome, :info, :at)
                        """,
                        station,
                        Place.of(request.evse()))
                .bind("status", request.operationalStatus().wireName())
                .bind("outcome", outcome.status())
                .bind("info", nullable(outcome.info(), String.class))
                .bind("at", at)
                .then();
    }

    @Override
    public Flux<Change> changes(StationKey station) {
        return of(
                        """
                        select distinct on (evse_id, connector_id) * from availability_changes
                        where tenant = :tenant and station_id = :station
                        order by evse_id, connector_id, id desc
                        """,
                        station)
                .map(row ->
                        new Change(
                                place(row),
                                required(row, "operational_status", String.class),
                                required(row, "outcome", String.class),
                                optional(row, "outcome_info", String.class),
                                required(row, "at", Instant.class)))
                .all();
    }

    private static Place place(Readable row) {
        return new Place(
                required(row, "evse_id", Integer.class),
                required(row, "connector_id", Integer.class));
    }

    private static State state(Readable row) {
        return new State(
                place(row),
                required(row, "aspect", String.class),
                required(row, "state", String.class),
                required(row, "source", String.class),
                required(row, "reported_at", Instant.class),
                required(row, "received_at", Instant.class),
                required(row, "clock_suspect", Boolean.class));
    }
}
