/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.StationProperties;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.store.CommandOutcome;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresReports implements Reports {

    private static final String SELECT =
            "select *, cast(r.received as text) as ranges from reports r"
                    + " where r.tenant = :tenant and r.station_id = :station\n";

    /** Ranges are kept without their end, as PostgreSQL writes them. */
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

    private final DatabaseClient database;
    private final StationProperties.Reports limits;
    private final Clock clock;

    PostgresReports(DatabaseClient database, StationProperties properties, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.limits = properties.reports();
    }

    @Override
    public Mono<Integer> nextRequestId() {
        return database.sql("select cast(nextval('report_requests') as integer) as id")
                .map(row -> required(row, "id", Integer.class))
                .one();
    }

    @Override
    public Mono<Boolean> open(StationKey station, int requestId, String reportBase, Instant at) {
        return insert(station, requestId, new Wanted(reportBase, null), at);
    }

    @Override
    public Mono<Boolean> openCustom(
            StationKey station, int requestId, String selection, Instant at) {
        return insert(station, requestId, new Wanted(null, selection), at);
    }

    /** What was asked for; nothing where nobody did. */
    private record Wanted(@Nullable String base, @Nullable String selection) {

        static final Wanted NOTHING = new Wanted(null, null);
    }

    private Mono<Boolean> insert(StationKey station, int requestId, Wanted wanted, Instant at) {
        return statement(
                        """
                        insert into reports (tenant, station_id, request_id, report_base, selection,
                            solicited, requested_at)
                        values (:tenant, :station, :request, :base, :selection, :solicited, :at)
                        on conflict do nothing
                        """,
                        station,
                        requestId)
                .bind("base", nullable(wanted.base(), String.class))
                .bind("selection", nullable(wanted.selection(), String.class))
                .bind("solicited", !wanted.equals(Wanted.NOTHING))
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> answered(StationKey station, int requestId, CommandOutcome outcome) {
        return statement(
                        """
                        update reports set outcome = :outcome, outcome_info = :info
                        where tenant = :tenant and station_id = :station and request_id = :request
                        """,
                        station,
                        requestId)
                .bind("outcome", outcome.status())
                .bind("info", nullable(outcome.info(), String.class))
                .then();
    }

    @Override
    public Mono<Boolean> add(StationKey station, int requestId, ReportPart part) {
        return insert(station, requestId, Wanted.NOTHING, part.receivedAt())
                .flatMap(unasked -> unasked ? forgetOldest(station) : Mono.empty())
                .then(Mono.defer(() -> insertPart(station, requestId, part)))
                .flatMap(taken ->
                        taken ? Mono.just(true) : discard(station, requestId).thenReturn(false));
    }

    /** What nobody asked for must not fill the database (A40). */
    private Mono<Void> forgetOldest(StationKey station) {
        return database.sql(
                        """
                        delete from reports where tenant = :tenant and station_id = :station
                        and not solicited and request_id not in (
                            select request_id from reports
                            where tenant = :tenant and station_id = :station and not solicited
                            order by requested_at desc, request_id desc limit :max)
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("max", limits.maxUnsolicited())
                .then();
    }

    private Mono<Boolean> insertPart(StationKey station, int requestId, ReportPart part) {
        return statement(
                        """
                        update reports set
                            parts = parts + case when received @> :seqNo then 0 else 1 end,
                            variables =
                                variables + case when received @> :seqNo then 0 else :variables end,
                            received =
                                received + int8multirange(int8range(:seqNo, :seqNo, '[]')),
                            last_seq_no = case when :last
                                then greatest(last_seq_no, cast(:seqNo as integer))
                                else last_seq_no end,
                            first_part_at = coalesce(first_part_at, :at),
                            last_part_at = greatest(last_part_at, :at)
                        where tenant = :tenant and station_id = :station and request_id = :request
                            and (parts < :max or received @> :seqNo)
                        """,
                        station,
                        requestId)
                .bind("seqNo", (long) part.seqNo())
                .bind("last", part.last())
                .bind("variables", part.variables())
                .bind("at", part.receivedAt())
                .bind("max", limits.maxParts())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Void> discard(StationKey station, int requestId) {
        return statement(
                        """
                        update reports set discarded_parts = discarded_parts + 1
                        where tenant = :tenant and station_id = :station and request_id = :request
                        """,
                        station,
                        requestId)
                .then();
    }

    @Override
    public Mono<Void> inventoryOf(StationKey station, int requestId, String hardware) {
        return statement(
                        """
                        update reports set hardware = :hardware
                        where tenant = :tenant and station_id = :station and request_id = :request
                        """,
                        station,
                        requestId)
                .bind("hardware", hardware)
                .then();
    }

    @Override
    public Mono<Boolean> hasInventoryOf(StationKey station, String hardware) {
        return database.sql(
                        """
                        select hardware = :hardware
                            and coalesce(outcome, 'Accepted') = 'Accepted'
                            and (coalesce(last_part_at, requested_at) > :since
                                or received = int8multirange(int8range(0, last_seq_no, '[]')))
                            as same
                        from reports
                        where tenant = :tenant and station_id = :station and hardware is not null
                        order by requested_at desc, request_id desc limit 1
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("hardware", hardware)
                .bind("since", clock.instant().minus(limits.completeWithin()))
                .map(row -> required(row, "same", Boolean.class))
                .one()
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Report> find(StationKey station, int requestId) {
        return statement(SELECT + "and r.request_id = :request", station, requestId)
                .map(PostgresReports::read)
                .one();
    }

    @Override
    public Flux<Report> list(StationKey station, @Nullable ReportPlace before, int limit) {
        var select =
                database.sql(SELECT + ReportPlace.NEWEST_FIRST)
                        .bind("tenant", station.tenant())
                        .bind("station", station.stationId());
        return ReportPlace.bind(select, before, limit).map(PostgresReports::read).all();
    }

    private DatabaseClient.GenericExecuteSpec statement(
            String sql, StationKey station, int requestId) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("request", requestId);
    }

    private static Report read(Readable row) {
        return new Report(
                required(row, "request_id", Integer.class),
                optional(row, "report_base", String.class),
                optional(row, "selection", String.class),
                required(row, "solicited", Boolean.class),
                required(row, "requested_at", Instant.class),
                optional(row, "outcome", String.class),
                optional(row, "outcome_info", String.class),
                required(row, "discarded_parts", Integer.class),
                new ReportAssembly(
                        ranges(required(row, "ranges", String.class)),
                        optional(row, "last_seq_no", Integer.class)),
                required(row, "variables", Integer.class),
                optional(row, "first_part_at", Instant.class),
                optional(row, "last_part_at", Instant.class));
    }

    private static List<ReportAssembly.Range> ranges(String multirange) {
        return RANGE.matcher(multirange)
                .results()
                .map(range ->
                        new ReportAssembly.Range(
                                Integer.parseInt(range.group(1)),
                                (int) (Long.parseLong(range.group(2)) - 1)))
                .toList();
    }
}
