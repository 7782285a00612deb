/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import io.ohmnibus.ocpp.type.SignedMeterValue;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.Selection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The signed ones among the rows of {@code meter_values}, each with its verdict. */
@Component
class SignedValues {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            select sampled_at, received_at, message_id, ordinal, measurand, context, value, unit,
              multiplier, signed::text as signed
            from meter_values\
            """;

    private record Row(
            Instant sampledAt,
            Instant receivedAt,
            String messageId,
            int ordinal,
            String measurand,
            String context,
            BigDecimal value,
            String unit,
            int multiplier,
            String signed) {}

    private final DatabaseClient database;
    private final SignatureCheck check;

    SignedValues(DatabaseClient database, SignatureCheck check) {
        this.database = database;
        this.check = check;
    }

    /**
     * The signed values of a transaction, by the station's clock.
     *
     * @param keys of the station's meters
     */
    Mono<Page<SignedValueDocument>> ofTransaction(
            StationKey station, String transactionId, List<String> keys, PageRequest page) {
        Selection selection =
                new Selection(SELECT, station.tenant())
                        .and(
                                "signed is not null and station_id = :station",
                                "station",
                                station.stationId())
                        .and("transaction_id = :transaction", "transaction", transactionId);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and(
                            "(sampled_at, message_id, ordinal) > (:time, :message, :ordinal)",
                            "time",
                            cursor.instant(0))
                    .with("message", cursor.text(1))
                    .with("ordinal", cursor.number(2));
        }
        return selection
                .on(database, "sampled_at, message_id, ordinal", page.fetch())
                .mapProperties(Row.class)
                .all()
                .map(row -> document(row, keys))
                .collectList()
                .map(rows ->
                        Page.of(
                                rows,
                                page,
                                row -> Cursor.of(row.sampledAt(), row.messageId(), row.ordinal())));
    }

    private SignedValueDocument document(Row row, List<String> keys) {
        SignedMeterValue signed = JSON.readValue(row.signed, SignedMeterValue.class);
        return new SignedValueDocument(
                row.sampledAt,
                row.receivedAt,
                row.messageId,
                row.ordinal,
                row.measurand,
                row.context,
                row.value,
                row.unit,
                row.multiplier,
                signed,
                check.verify(signed, keys).text());
    }
}
