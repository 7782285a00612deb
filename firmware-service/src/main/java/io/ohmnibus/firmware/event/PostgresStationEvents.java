/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresStationEvents implements StationEvents {

    private static final String INSERT =
            """
            insert into events (tenant, station_id, event_id, occurred_at, received_at,
                generated_at, clock_suspect, seq_no, to_be_continued, message_id, trigger,
                notification_type, monitoring_id, component, component_instance, evse_id,
                connector_id, variable, variable_instance, actual_value, cause, severity,
                transaction_id, cleared, tech_code, tech_info)
            values (:tenant, :station, :eventId, :occurredAt, :receivedAt,
                :generatedAt, :suspect, :seqNo, :tbc, :messageId, :trigger,
                :type, :monitoring, :component, :componentInstance, :evse,
                :connector, :variable, :variableInstance, :value, :cause, :severity,
                :transaction, :cleared, :techCode, :techInfo)
            on conflict do nothing
            """;

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
    public Mono<Void> add(StationKey station, StationEvent event) {
        StationEvent.Message message = event.message();
        DatabaseClient.GenericExecuteSpec insert =
                database.sql(INSERT)
                        .bind("tenant", station.tenant())
                        .bind("station", station.stationId())
                        .bind("eventId", event.eventId())
                        .bind("occurredAt", event.occurredAt())
                        .bind("receivedAt", message.receivedAt())
                        .bind("generatedAt", message.generatedAt())
                        .bind("suspect", event.clockSuspect())
                        .bind("seqNo", message.seqNo())
                        .bind("tbc", message.toBeContinued())
                        .bind("messageId", message.messageId())
                        .bind("value", event.actualValue())
                        .bind("cleared", nullable(event.cleared(), Boolean.class))
                        .bind("techCode", nullable(event.techCode(), String.class))
                        .bind("techInfo", nullable(event.techInfo(), String.class));
        return cause(source(insert, event.source()), event.cause()).then();
    }

    private static DatabaseClient.GenericExecuteSpec source(
            DatabaseClient.GenericExecuteSpec insert, StationEvent.Source source) {
        return insert.bind("component", source.component())
                .bind("componentInstance", nullable(source.componentInstance(), String.class))
                .bind("evse", nullable(source.evseId(), Integer.class))
                .bind("connector", nullable(source.connectorId(), Integer.class))
                .bind("variable", source.variable())
                .bind("variableInstance", nullable(source.variableInstance(), String.class));
    }

    private static DatabaseClient.GenericExecuteSpec cause(
            DatabaseClient.GenericExecuteSpec insert, StationEvent.Cause cause) {
        return insert.bind("trigger", cause.trigger())
                .bind("type", cause.notificationType())
                .bind("monitoring", nullable(cause.monitoringId(), Integer.class))
                .bind("cause", nullable(cause.cause(), Integer.class))
                .bind("severity", nullable(cause.severity(), Integer.class))
                .bind("transaction", nullable(cause.transactionId(), String.class));
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
