/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.RecordRows;
import io.ohmnibus.station.availability.Observed.Slot;
import io.ohmnibus.station.store.CommandOutcome;
import io.ohmnibus.station.topology.Place;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresAvailabilityStates implements AvailabilityStates {

    private static final RecordRows<AvailabilityRows.Standing> STANDING =
            RecordRows.of(AvailabilityRows.Standing.class);
    private static final RecordRows<AvailabilityRows.Past> HISTORY =
            RecordRows.of(AvailabilityRows.Past.class);

    private final DatabaseClient database;

    PostgresAvailabilityStates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<Slot, Standing>> standing(Collection<Slot> asked) {
        List<Slot> slots = List.copyOf(asked);
        return database.sql(
                        """
                        select place, state, ordered_at
                        from unnest(:tenants, :stations, :evses, :connectors, :aspects)
                            with ordinality as asked
                                (tenant, station, evse, connector, aspect, place)
                            join availability known on known.tenant = asked.tenant
                                and known.station_id = asked.station
                                and known.evse_id = asked.evse
                                and known.connector_id = asked.connector
                                and known.aspect = asked.aspect
                        order by asked.tenant, asked.station, asked.evse, asked.connector,
                            asked.aspect
                        for update of known
                        """)
                .bind("tenants", all(slots, String.class, slot -> slot.station().tenant()))
                .bind("stations", all(slots, String.class, slot -> slot.station().stationId()))
                .bind("evses", all(slots, Integer.class, slot -> slot.place().evseId()))
                .bind("connectors", all(slots, Integer.class, slot -> slot.place().connectorId()))
                .bind("aspects", all(slots, String.class, slot -> slot.aspect().text()))
                .map(row ->
                        Map.entry(
                                slots.get(required(row, "place", Integer.class) - 1),
                                new Standing(
                                        required(row, "state", String.class),
                                        required(row, "ordered_at", Instant.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> stand(Collection<Observed> observed) {
        return observed.isEmpty()
                ? Mono.empty()
                : database.sql(
                                """
                                insert into availability as known (%s)
                                select %s from json_populate_recordset(null::availability, cast(:rows as json))
                                on conflict (tenant, station_id, evse_id, connector_id, aspect)
                                do update set state = excluded.state, source = excluded.source,
                                    reported_at = excluded.reported_at,
                                    received_at = excluded.received_at,
                                    clock_suspect = excluded.clock_suspect,
                                    ordered_at = excluded.ordered_at
                                where known.ordered_at <= excluded.ordered_at
                                """
                                        .formatted(STANDING.columns(""), STANDING.columns("")))
                        .bind(
                                "rows",
                                STANDING.write(
                                        observed.stream()
                                                .map(AvailabilityRows.Standing::of)
                                                .toList()))
                        .then();
    }

    @Override
    public Mono<Void> remember(List<Remembered> observed) {
        return database.sql(
                        """
                        insert into availability_history (%s)
                        select %s from json_populate_recordset(null::availability_history, cast(:rows as json))
                        on conflict do nothing
                        """
                                .formatted(HISTORY.columns(""), HISTORY.columns("")))
                .bind(
                        "rows",
                        HISTORY.write(observed.stream().map(AvailabilityRows.Past::of).toList()))
                .then();
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
                        with locked as (
                            select * from availability
                            where (tenant, station_id) in
                                (select * from unnest(:tenants, :stations))
                            order by tenant, station_id, evse_id, connector_id, aspect
                            for update)
                        update availability set ordered_at = to_timestamp(0)
                        from locked
                        where availability.tenant = locked.tenant
                            and availability.station_id = locked.station_id
                            and availability.evse_id = locked.evse_id
                            and availability.connector_id = locked.connector_id
                            and availability.aspect = locked.aspect
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
