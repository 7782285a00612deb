/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.type.MeterValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code meter_values}: all values of a message are one statement. */
@Component
final class PostgresMeterValues implements MeterValues {

    /** One element of the JSON array that becomes rows. */
    private record Element(
            int ordinal,
            Instant sampledAt,
            String measurand,
            String context,
            @Nullable String phase,
            String location,
            BigDecimal value,
            String unit,
            int multiplier,
            @Nullable String signed) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonMapper COLUMNS =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final DatabaseClient database;

    PostgresMeterValues(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(MeterValueRow.Source source, @Nullable List<MeterValue> meterValues) {
        List<MeterValueRow> rows =
                meterValues == null ? List.of() : MeterValueRow.of(source, meterValues);
        return rows.isEmpty() ? Mono.empty() : insert(source, rows);
    }

    private Mono<Void> insert(MeterValueRow.Source source, List<MeterValueRow> rows) {
        return bindNullables(
                        database.sql(
                                """
                                insert into meter_values
                                  (tenant, station_id, received_at, message_id, ordinal, evse_id,
                                   transaction_id, seq_no, sampled_at, measurand, context, phase,
                                   location, value, unit, multiplier, signed)
                                select :tenant, :station, :receivedAt, :message, ordinal, :evse,
                                  :transaction, :seqNo, sampled_at, measurand, context, phase,
                                  location, value, unit, multiplier, cast(signed as json)
                                from json_to_recordset(cast(:rows as json)) as sent (
                                  ordinal integer, sampled_at timestamptz, measurand text,
                                  context text, phase text, location text, value numeric,
                                  unit text, multiplier integer, signed text)
                                """),
                        source)
                .bind("tenant", source.station().tenant())
                .bind("station", source.station().stationId())
                .bind("receivedAt", source.call().receivedAt())
                .bind("message", source.call().messageId())
                .bind("rows", COLUMNS.writeValueAsString(rows.stream().map(this::element).toList()))
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bindNullables(
            DatabaseClient.GenericExecuteSpec spec, MeterValueRow.Source source) {
        return bind(
                bind(
                        bind(spec, "evse", source.evseId(), Integer.class),
                        "transaction",
                        source.transactionId(),
                        String.class),
                "seqNo",
                source.seqNo(),
                Integer.class);
    }

    private static <T> DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec spec, String name, @Nullable T value, Class<T> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    private Element element(MeterValueRow row) {
        return new Element(
                row.ordinal(),
                row.sampledAt(),
                row.measurand(),
                row.context(),
                row.phase(),
                row.location(),
                row.value(),
                row.unit(),
                row.multiplier(),
                row.signed() == null ? null : JSON.writeValueAsString(row.signed()));
    }
}
