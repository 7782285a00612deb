/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.optionalConstant;
import static io.ohmnibus.station.store.Columns.required;
import static io.ohmnibus.station.store.Columns.wire;

import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.DisplayProperties;
import io.ohmnibus.station.store.CommandOutcome;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresDisplayReports implements DisplayReports {

    private final DatabaseClient database;
    private final DisplayProperties limits;

    PostgresDisplayReports(DatabaseClient database, DisplayProperties limits) {
        this.database = database;
        this.limits = limits;
    }

    @Override
    public Mono<Integer> nextRequestId() {
        return database.sql("select cast(nextval('display_requests') as integer) as id")
                .map(row -> required(row, "id", Integer.class))
                .one();
    }

    @Override
    public Mono<Boolean> open(
            StationKey station, int requestId, DisplayCriteria criteria, Instant at) {
        List<Integer> ids = criteria.ids();
        return of(
                        """
                        insert into display_reports (tenant, station_id, request_id, ids, priority,
                            state, solicited, requested_at)
                        values (:tenant, :station, :request, :ids, :priority, :state, true, :at)
                        on conflict do nothing
                        """,
                        station)
                .bind("request", requestId)
                .bind(
                        "ids",
                        nullable(ids == null ? null : ids.toArray(Integer[]::new), Integer[].class))
                .bind("priority", wire(criteria.priority()))
                .bind("state", wire(criteria.state()))
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .delayUntil(opened -> opened ? keep(station, limits.maxReports(), true) : none());
    }

    @Override
    public Mono<DisplayReport> answered(StationKey station, int requestId, CommandOutcome outcome) {
        return of(
                        """
                        update display_reports set outcome = :outcome, outcome_info = :info
                        where tenant = :tenant and station_id = :station and request_id = :request
                        returning *
                        """,
                        station)
                .bind("request", requestId)
                .bind("outcome", outcome.status())
                .bind("info", nullable(outcome.info(), String.class))
                .map(PostgresDisplayReports::read)
                .one();
    }

    @Override
    public Mono<DisplayReport> add(StationKey station, int requestId, Part part) {
        return of(
                        """
                        insert into display_reports as known (tenant, station_id, request_id,
                            solicited, requested_at, parts, messages, ended, last_part_at)
                        values (:tenant, :station, :request, false, :at, 1, :messages, :last, :at)
                        on conflict (tenant, station_id, request_id) do update set
                            parts = least(known.parts + 1, :max),
                            discarded_parts = known.discarded_parts
                                + case when known.parts < :max then 0 else 1 end,
                            messages = known.messages
                                + case when known.parts < :max then :messages else 0 end,
                            ended = known.ended or (excluded.ended and known.parts < :max),
                            last_part_at = excluded.last_part_at
                        returning *
                        """,
                        station)
                .bind("request", requestId)
                .bind("messages", part.messages())
                .bind("last", part.last())
                .bind("at", part.receivedAt())
                .bind("max", limits.maxParts())
                .map(PostgresDisplayReports::read)
                .one()
                .delayUntil(report ->
                        !report.solicited() && report.received().parts() == 1
                                ? keep(station, limits.maxUnsolicited(), false)
                                : none());
    }

    /** Neither what nobody asked for nor what was asked for must fill the database (A40). */
    private Mono<Void> keep(StationKey station, int most, boolean solicited) {
        return of(
                        """
                        delete from display_reports where tenant = :tenant
                        and station_id = :station and solicited = :solicited
                        and request_id not in (
                            select request_id from display_reports where tenant = :tenant
                            and station_id = :station and solicited = :solicited
                            order by requested_at desc, request_id desc limit :most)
                        """,
                        station)
                .bind("solicited", solicited)
                .bind("most", most)
                .then();
    }

    private static Mono<Void> none() {
        return Mono.empty();
    }

    @Override
    public Mono<DisplayReport> find(StationKey station, int requestId) {
        return of(
                        """
                        select * from display_reports
                        where tenant = :tenant and station_id = :station and request_id = :request
                        """,
                        station)
                .bind("request", requestId)
                .map(PostgresDisplayReports::read)
                .one();
    }

    @Override
    public Flux<DisplayReport> list(StationKey station, @Nullable ReportPlace before, int limit) {
        GenericExecuteSpec select =
                of(
                        "select * from display_reports where tenant = :tenant"
                                + " and station_id = :station"
                                + ReportPlace.NEWEST_FIRST,
                        station);
        return ReportPlace.bind(select, before, limit).map(PostgresDisplayReports::read).all();
    }

    private GenericExecuteSpec of(String sql, StationKey station) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }

    private static DisplayReport read(Readable row) {
        Integer[] ids = optional(row, "ids", Integer[].class);
        return new DisplayReport(
                required(row, "request_id", Integer.class),
                new DisplayCriteria(
                        ids == null ? null : List.of(ids),
                        optionalConstant(row, "priority", MessagePriorityEnum.class),
                        optionalConstant(row, "state", MessageStateEnum.class)),
                required(row, "solicited", Boolean.class),
                required(row, "requested_at", Instant.class),
                optional(row, "outcome", String.class),
                optional(row, "outcome_info", String.class),
                new DisplayReport.Received(
                        required(row, "parts", Integer.class),
                        required(row, "messages", Integer.class),
                        required(row, "discarded_parts", Integer.class),
                        required(row, "ended", Boolean.class),
                        optional(row, "last_part_at", Instant.class)));
    }
}
