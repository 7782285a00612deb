/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.JsonSequence;
import io.ohmnibus.platform.store.RecordRows;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code measurements}: all that come at a time are one statement. */
@Component
final class PostgresMeterValues implements MeterValues {

    /** A message without its values. */
    private record MessageRow(
            String tenant,
            String stationId,
            Instant receivedAt,
            String messageId,
            @Nullable Integer evseId,
            @Nullable String transactionId,
            @Nullable Integer seqNo) {

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
                    place == null ? null : place.seqNo());
        }
    }

    /** A message and its values, as JSON. */
    private record Sampled(MessageRow message, String samples) {

        static Stream<Sampled> of(Measurement measurement) {
            List<MeterValueRow> values = MeterValueRow.of(measurement.meterValues());
            return values.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Sampled(MessageRow.of(measurement), VALUES.write(values)));
        }
    }

    private static final RecordRows<MessageRow> ROWS = RecordRows.of(MessageRow.class);

    private static final RecordRows<MeterValueRow> VALUES = RecordRows.of(MeterValueRow.class);

    private static final String COLUMNS = ROWS.columns("") + ", samples";

    private static final String GIVEN =
            """
            from rows from (
              json_to_recordset(cast(:rows as json)) as (
                tenant text, station_id text, received_at timestamptz, message_id text,
                evse_id integer, transaction_id text, seq_no integer),
              %s) as given (%s)
            """
                    .formatted(JsonSequence.rows("samples"), COLUMNS);

    private static final String INSERT =
            "insert into measurements (%s) select %s %s"
                    .formatted(COLUMNS, COLUMNS.replace("samples", "cast(samples as json)"), GIVEN);

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
        return insert(sampled(measurements));
    }

    private static List<Sampled> sampled(List<Measurement> measurements) {
        return measurements.stream().flatMap(Sampled::of).toList();
    }

    private Mono<Void> insert(List<Sampled> rows) {
        return rows.isEmpty() ? Mono.empty() : bind(database.sql(INSERT), rows).then();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Sampled> rows) {
        return statement
                .bind("rows", ROWS.write(rows.stream().map(Sampled::message).toList()))
                .bind("samples", JsonSequence.write(rows.stream().map(Sampled::samples).toList()));
    }

    @Override
    public Mono<Boolean> correct(
            StationKey station, String transactionId, List<Measurement> measurements) {
        List<Sampled> rows = sampled(measurements);
        return bind(of(DIFFER, station, transactionId), rows)
                .mapValue(Boolean.class)
                .one()
                .delayUntil(
                        differ -> differ ? replace(station, transactionId, rows) : Mono.empty());
    }

    private Mono<Void> replace(StationKey station, String transactionId, List<Sampled> rows) {
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
