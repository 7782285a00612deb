/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.topology.Place;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

@Repository
final class PostgresStateTimeline implements StateTimeline {

    /** Per place the last report before the period and those in it; each state once in a row. */
    private static final String KEPT =
            """
            with told as (
                select place.evse_id, place.connector_id, report.*
                from (select evse_id, connector_id from topology
                        where tenant = :tenant and station_id = :station
                    union select 0, 0) place
                cross join lateral (
                    (select state, ordered_at, received_at, position from availability_history h
                    where h.tenant = :tenant and h.station_id = :station
                        and h.evse_id = place.evse_id and h.connector_id = place.connector_id
                        and h.aspect = 'AvailabilityState' and h.ordered_at <= :from
                    order by ordered_at desc, received_at desc, position desc limit 1)
                    union all
                    select state, ordered_at, received_at, position from availability_history h
                    where h.tenant = :tenant and h.station_id = :station
                        and h.evse_id = place.evse_id and h.connector_id = place.connector_id
                        and h.aspect = 'AvailabilityState'
                        and h.ordered_at > :from and h.ordered_at < :to) report
            ), changed as (
                select *, lag(state) over (partition by evse_id, connector_id
                    order by ordered_at, received_at, position) as before
                from told
            ), kept as (
                select evse_id, connector_id, state, received_at, position,
                    greatest(ordered_at, :from) as starts_at,
                    lead(ordered_at, 1, :to) over (partition by evse_id, connector_id
                        order by ordered_at, received_at, position) as ends_at
                from changed where before is distinct from state
            )
            """;

    private final DatabaseClient database;

    PostgresStateTimeline(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<StateChange> changes(StationKey station, Period period, int limit) {
        return of(
                        KEPT
                                + """
                                select evse_id, connector_id, state, starts_at from kept
                                order by starts_at, received_at, position limit :limit
                                """,
                        station,
                        period)
                .bind("limit", limit)
                .map(row ->
                        new StateChange(
                                new Place(
                                        required(row, "evse_id", Integer.class),
                                        required(row, "connector_id", Integer.class)),
                                required(row, "state", String.class),
                                required(row, "starts_at", Instant.class)))
                .all();
    }

    @Override
    public Flux<Segment> segments(StationKey station, Period period, Part part) {
        Segment after = part.after();
        return of(
                        KEPT
                                + """
                                select * from kept where ends_at > starts_at
                                    and (cast(:evse as integer) is null or evse_id = :evse)
                                    and (cast(:connector as integer) is null
                                        or connector_id = :connector)
                                    and (cast(:after as timestamptz) is null
                                        or (starts_at, evse_id, connector_id)
                                            > (:after, :afterEvse, :afterConnector))
                                order by starts_at, evse_id, connector_id limit :limit
                                """,
                        station,
                        period)
                .bind("evse", nullable(part.evseId(), Integer.class))
                .bind("connector", nullable(part.connectorId(), Integer.class))
                .bind("after", nullable(after == null ? null : after.from(), Instant.class))
                .bind("afterEvse", after == null ? 0 : after.evseId())
                .bind("afterConnector", after == null ? 0 : after.connectorId())
                .bind("limit", part.limit())
                .map(PostgresStateTimeline::segment)
                .all();
    }

    private static Segment segment(Readable row) {
        return new Segment(
                required(row, "evse_id", Integer.class),
                required(row, "connector_id", Integer.class),
                required(row, "state", String.class),
                required(row, "starts_at", Instant.class),
                required(row, "ends_at", Instant.class));
    }

    /** A connection whose end nobody told ended when the next one began, if there is one. */
    @Override
    public Flux<Period> connected(StationKey station, Period period) {
        return of(
                        """
                        select lower(span) as starts_at, upper(span) as ends_at
                        from (select unnest(range_agg(tstzrange(starts_at, ends_at))) as span
                            from (select greatest(connected_at, :from) as starts_at,
                                    least(:to, coalesce(disconnected_at, lead(connected_at) over (
                                        order by epoch, connection_id), :to)) as ends_at
                                from connection_history
                                where tenant = :tenant and station_id = :station
                                    and connected_at < :to
                                    and (disconnected_at is null or disconnected_at > :from)
                                ) connection
                            where ends_at > starts_at) spans
                        order by 1
                        """,
                        station,
                        period)
                .map(row ->
                        new Period(
                                required(row, "starts_at", Instant.class),
                                required(row, "ends_at", Instant.class)))
                .all();
    }

    private GenericExecuteSpec of(String sql, StationKey station, Period period) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("from", period.from())
                .bind("to", period.to());
    }
}
