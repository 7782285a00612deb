/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.RecordRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code meter_values}: all values that come at a time are one statement. */
@Component
final class PostgresMeterValues implements MeterValues {

    /** A message with its values, as an element of the JSON array that becomes rows. */
    private record MessageRow(
            String tenant,
            String stationId,
            Instant receivedAt,
            String messageId,
            @Nullable Integer evseId,
            @Nullable String transactionId,
            @Nullable Integer seqNo,
            List<MeterValueRow> samples) {

        static MessageRow of(Measurement measurement) {
            Station station = measurement.station();
            Measurement.Place place = measurement.place();
            return new MessageRow(
                    station.tenant(),
                    station.id(),
                    station.call().receivedAt(),
                    station.call().messageId(),
                    measurement.evseId(),
                    place == null ? null : place.transactionId(),
                    place == null ? null : place.seqNo(),
                    MeterValueRow.of(measurement.meterValues()));
        }
    }

    private static final RecordRows<MessageRow> ROWS = RecordRows.of(MessageRow.class);

    private static final String COLUMNS =
            """
            tenant, station_id, received_at, message_id, ordinal, evse_id, transaction_id, seq_no,
              sampled_at, measurand, context, phase, location, value, unit, multiplier\
            """;

    private static final String GIVEN =
            " select "
                    + COLUMNS
                    + """
                    , cast(signed as json) as signed
                    from json_to_recordset(cast(:rows as json)) as message (
                        tenant text, station_id text, received_at timestamptz,
                        message_id text, evse_id integer, transaction_id text,
                        seq_no integer, samples json)
                      cross join lateral json_to_recordset(samples) as sample (
                        ordinal integer, sampled_at timestamptz, measurand text,
                        context text, phase text, location text, value numeric,
                        unit text, multiplier integer, signed text)
                    """;

    private static final String OF_THE_TRANSACTION =
            """
             where tenant = :tenant and station_id = :station and transaction_id = :transaction
            """;

    private static final String DIFFER =
            "with given as (select %1$s, signed::text from (%2$s) message),"
                            .formatted(COLUMNS, GIVEN)
                    + " stored as (select %1$s, signed::text from meter_values%2$s)"
                            .formatted(COLUMNS, OF_THE_TRANSACTION)
                    + """
                    select exists (select * from given except all select * from stored)
                      or exists (select * from stored except all select * from given)
                    """;

    private final DatabaseClient database;

    PostgresMeterValues(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(List<Measurement> measurements) {
        List<MessageRow> rows = rows(measurements);
        return rows.isEmpty() ? Mono.empty() : insert(rows);
    }

    private static List<MessageRow> rows(List<Measurement> measurements) {
        return measurements.stream()
                .map(MessageRow::of)
                .filter(row -> !row.samples().isEmpty())
                .toList();
    }

    private Mono<Void> insert(List<MessageRow> rows) {
        return database.sql("insert into meter_values (" + COLUMNS + ", signed)" + GIVEN)
                .bind("rows", ROWS.write(rows))
                .then();
    }

    @Override
    public Mono<Boolean> correct(
            StationKey station, String transactionId, List<Measurement> measurements) {
        List<MessageRow> rows = rows(measurements);
        return of(DIFFER, station, transactionId)
                .bind("rows", ROWS.write(rows))
                .mapValue(Boolean.class)
                .one()
                .delayUntil(
                        differ -> differ ? replace(station, transactionId, rows) : Mono.empty());
    }

    private Mono<Void> replace(StationKey station, String transactionId, List<MessageRow> rows) {
        return of("delete from meter_values" + OF_THE_TRANSACTION, station, transactionId)
                .then()
                .then(insert(rows));
    }

    private GenericExecuteSpec of(String sql, StationKey station, String transactionId) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("transaction", transactionId);
    }
}
