/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.RecordRows;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresStationEvents implements StationEvents {

    private static final RecordRows<EventRow> ROWS = RecordRows.of(EventRow.class);

    private static final String INSERT =
            "insert into events (%s) select %s".formatted(ROWS.columns(""), ROWS.columns(""))
                    + " from json_populate_recordset(null::events, cast(:rows as json)) on conflict do nothing";

    private static final String LIST =
            """
            select * from events
            where tenant = :tenant and station_id = :station
                and (cast(:component as text) is null or lower(component) = lower(:component))
                and (cast(:variable as text) is null or lower(variable) = lower(:variable))
                and (cast(:evse as integer) is null or evse_id = :evse)
                and (cast(:transaction as text) is null or transaction_id = :transaction)
                and (cast(:severity as integer) is null or severity <= :severity)
                and (cast(:from as timestamptz) is null or occurred_at >= :from)
                and (cast(:to as timestamptz) is null or occurred_at < :to)
                and (cast(:before as bigint) is null or id < :before)
            order by id desc limit :limit
            """;

    private final DatabaseClient database;

    PostgresStationEvents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(List<Reported> events) {
        return database.sql(INSERT)
                .bind("rows", ROWS.write(events.stream().map(EventRow::of).toList()))
                .then();
    }

    @Override
    public Flux<Stored> list(StationKey station, Filter filter, @Nullable Long before, int limit) {
        return database.sql(LIST)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("component", nullable(filter.component(), String.class))
                .bind("variable", nullable(filter.variable(), String.class))
                .bind("evse", nullable(filter.evseId(), Integer.class))
                .bind("transaction", nullable(filter.transactionId(), String.class))
                .bind("severity", nullable(filter.maxSeverity(), Integer.class))
                .bind("from", nullable(filter.from(), Instant.class))
                .bind("to", nullable(filter.to(), Instant.class))
                .bind("before", nullable(before, Long.class))
                .bind("limit", limit)
                .map(PostgresStationEvents::read)
                .all();
    }

    private static Stored read(Readable row) {
        return new Stored(
                required(row, "id", Long.class),
                new StationEvent(
                        message(row),
                        required(row, "event_id", Integer.class),
                        required(row, "occurred_at", Instant.class),
                        required(row, "clock_suspect", Boolean.class),
                        new StationEvent.Source(
                                required(row, "component", String.class),
                                row.get("component_instance", String.class),
                                row.get("evse_id", Integer.class),
                                row.get("connector_id", Integer.class),
                                required(row, "variable", String.class),
                                row.get("variable_instance", String.class)),
                        new StationEvent.Cause(
                                required(row, "trigger", String.class),
                                required(row, "notification_type", String.class),
                                row.get("monitoring_id", Integer.class),
                                row.get("cause", Integer.class),
                                row.get("severity", Integer.class),
                                row.get("transaction_id", String.class)),
                        required(row, "actual_value", String.class),
                        row.get("cleared", Boolean.class),
                        row.get("tech_code", String.class),
                        row.get("tech_info", String.class)));
    }

    private static StationEvent.Message message(Readable row) {
        return new StationEvent.Message(
                required(row, "message_id", String.class),
                required(row, "received_at", Instant.class),
                required(row, "generated_at", Instant.class),
                required(row, "seq_no", Integer.class),
                required(row, "to_be_continued", Boolean.class));
    }

    private static Parameter nullable(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }
}
