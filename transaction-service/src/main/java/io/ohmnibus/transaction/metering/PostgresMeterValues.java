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

/** The table {@code measurements}: all that come at a time are one statement. */
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

    private static final String COLUMNS = ROWS.columns("");

    private static final String GIVEN =
            "from json_populate_recordset(null::measurements, cast(:rows as json))";

    private static final String INSERT =
            "insert into measurements (%1$s) select %1$s %2$s".formatted(COLUMNS, GIVEN);

    private static final String OF_THE_TRANSACTION =
            """
             where tenant = :tenant and station_id = :station and transaction_id = :transaction
            """;

    private static final String DIFFER =
            """
            with given as (select %1$s %2$s), stored as (select %1$s from measurements %3$s)
            select exists (select * from given except all select * from stored)
              or exists (select * from stored except all select * from given)
            """
                    .formatted(
                            COLUMNS.replace("samples", "cast(samples as jsonb)"),
                            GIVEN,
                            OF_THE_TRANSACTION);

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
        return database.sql(INSERT).bind("rows", ROWS.write(rows)).then();
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
        return of("delete from measurements" + OF_THE_TRANSACTION, station, transactionId)
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
