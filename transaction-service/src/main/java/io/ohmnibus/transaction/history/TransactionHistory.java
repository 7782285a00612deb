/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.Selection;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the tables {@code transactions} and {@code transaction_events}. */
@Component
class TransactionHistory {

    /** What to list; null leaves a filter out. The token is compared without regard to case. */
    record Filter(
            String tenant,
            @Nullable String stationId,
            @Nullable String state,
            @Nullable String idToken,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private static final String TRANSACTIONS =
            """
            select station_id, transaction_id, state, evse_id, connector_id, id_token,
              id_token_type, group_id, authorization_status, remote_start_id, reservation_id,
              charging_state, stopped_reason, began_at, started_at, started_received_at,
              started_offline, ended_at, ended_received_at, ended_offline, last_event_at,
              last_received_at, energy_total as energy_wh, energy_first as meter_first_wh,
              energy_last as meter_last_wh, seq_nos, gaps as seq_no_gaps,
              state = 'Ended' and started_at is not null and gaps = '' as complete, flags
            from transactions\
            """;

    private static final String EVENTS =
            """
            select seq_no, content_hash, conflicting, event_type, trigger_reason, occurred_at,
              received_at, offline, message_id, version, payload::text as payload,
              answer::text as answer
            from transaction_events\
            """;

    private final DatabaseClient database;

    TransactionHistory(DatabaseClient database) {
        this.database = database;
    }

    /** Transactions, newest first. */
    Mono<Page<TransactionDocument>> list(Filter filter, PageRequest page) {
        String token = filter.idToken();
        Selection selection =
                new Selection(TRANSACTIONS, filter.tenant())
                        .and("station_id = :station", "station", filter.stationId())
                        .and("state = :state", "state", filter.state())
                        .and(
                                "lower(id_token) = :token",
                                "token",
                                token == null ? null : token.toLowerCase(Locale.ROOT))
                        .and("began_at >= :from", "from", filter.from())
                        .and("began_at < :to", "to", filter.to());
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and(
                            "(began_at, station_id, transaction_id) < (:time, :atStation, :at)",
                            "time",
                            cursor.instant(0))
                    .with("atStation", cursor.text(1))
                    .with("at", cursor.text(2));
        }
        return selection
                .on(database, "began_at desc, station_id desc, transaction_id desc", page.fetch())
                .mapProperties(TransactionDocument.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, TransactionHistory::cursor));
    }

    private static Cursor cursor(TransactionDocument last) {
        return Cursor.of(last.beganAt(), last.stationId(), last.transactionId());
    }

    /** The transaction, or empty. */
    Mono<TransactionDocument> find(StationKey station, String transactionId) {
        return new Selection(TRANSACTIONS, station.tenant())
                .and("station_id = :station", "station", station.stationId())
                .and("transaction_id = :transaction", "transaction", transactionId)
                .on(database, "transaction_id", 1)
                .mapProperties(TransactionDocument.class)
                .one();
    }

    /** The events of a transaction by sequence number. */
    Mono<Page<EventDocument>> events(StationKey station, String transactionId, PageRequest page) {
        Selection selection =
                new Selection(EVENTS, station.tenant())
                        .and("station_id = :station", "station", station.stationId())
                        .and("transaction_id = :transaction", "transaction", transactionId);
        Cursor cursor = page.cursor();
        if (cursor != null) {
            selection
                    .and("(seq_no, content_hash) > (:seqNo, :hash)", "seqNo", cursor.number(0))
                    .with("hash", cursor.text(1));
        }
        return selection
                .on(database, "seq_no, content_hash", page.fetch())
                .mapProperties(EventDocument.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.seqNo(), row.contentHash())));
    }
}
