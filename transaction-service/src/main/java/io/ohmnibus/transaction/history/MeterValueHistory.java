/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.Selection;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the table {@code meter_values}. */
@Component
class MeterValueHistory {

    /** When and what of a station's values; null leaves a filter out. */
    record Filter(@Nullable Instant from, @Nullable Instant to, @Nullable String measurand) {}

    private static final String VALUES =
            """
            select evse_id, seq_no, sampled_at, received_at, message_id, ordinal, measurand,
              context, phase, location, value, unit, multiplier,
              signed::text as signed_meter_value
            from meter_values\
            """;

    /** So that only the months of the transaction are looked through. */
    private static final String WHILE_IT_WENT_ON =
            """
            received_at >= (select first_received_at - interval '1 day' from transactions
                where tenant = :tenant and station_id = :station and transaction_id = :transaction)
              and received_at <= (select max(received_at) + interval '1 day' from transaction_events
                where tenant = :tenant and station_id = :station and transaction_id = :transaction)
              and transaction_id = :transaction\
            """;

    private final DatabaseClient database;

    MeterValueHistory(DatabaseClient database) {
        this.database = database;
    }

    /** The values of a transaction, by the station's clock. */
    Mono<Page<MeterValueDocument>> ofTransaction(
            StationKey station,
            String transactionId,
            @Nullable String measurand,
            PageRequest page) {
        Selection selection =
                new Selection(VALUES, station.tenant())
                        .and("station_id = :station", "station", station.stationId())
                        .and(WHILE_IT_WENT_ON, "transaction", transactionId)
                        .and("measurand = :measurand", "measurand", measurand);
        return page(selection, "sampled_at", MeterValueDocument::sampledAt, page);
    }

    /** The values of a station that belong to no transaction (J01), in the order they came. */
    Mono<Page<MeterValueDocument>> ofStation(StationKey station, Filter filter, PageRequest page) {
        Selection selection =
                new Selection(VALUES, station.tenant())
                        .and(
                                "transaction_id is null and station_id = :station",
                                "station",
                                station.stationId())
                        .and("measurand = :measurand", "measurand", filter.measurand())
                        .and("received_at >= :from", "from", filter.from())
                        .and("received_at < :to", "to", filter.to());
        return page(selection, "received_at", MeterValueDocument::receivedAt, page);
    }

    private Mono<Page<MeterValueDocument>> page(
            Selection selection,
            String timeColumn,
            Function<MeterValueDocument, Instant> time,
            PageRequest page) {
        String order = timeColumn + ", message_id, ordinal";
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and("(" + order + ") > (:time, :message, :ordinal)", "time", cursor.instant(0))
                    .with("message", cursor.text(1))
                    .with("ordinal", cursor.number(2));
        }
        return selection
                .on(database, order, page.fetch())
                .mapProperties(MeterValueDocument.class)
                .all()
                .collectList()
                .map(rows ->
                        Page.of(
                                rows,
                                page,
                                row -> Cursor.of(time.apply(row), row.messageId(), row.ordinal())));
    }
}
