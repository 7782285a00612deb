/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.transaction.history.TransactionHistory.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@EmbeddedTest
final class HistoryIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final PageRequest ALL = new PageRequest(null, 50);

    private final DatabaseClient database;
    private final TransactionHistory transactions;
    private final MeterValueHistory meterValues;

    HistoryIT(TestDatabase database) {
        this.database = ServiceDatabase.migrate(database, Service.TRANSACTION).client();
        this.transactions = new TransactionHistory(this.database);
        this.meterValues = new MeterValueHistory(this.database);
    }

    @BeforeEach
    void someTransactions() {
        run("truncate transactions, transaction_events, measurements");
        run(
                """
                insert into transactions (tenant, station_id, transaction_id, state, id_token,
                  id_token_type, started_at, seq_nos, gaps, last_event_at, first_received_at,
                  last_received_at, began_at, energy_total, flags)
                select 'default', 'CS-' || i % 2, 'tx-' || i, case when i < 7 then 'Ended' else 'Ongoing' end,
                  'Card' || i, 'ISO14443', now(), '0-2,4', case when i = 3 then '3,5-6' else '' end,
                  now(), now(), now(), timestamptz '2026-03-01 10:00Z' + (i / 2) * interval '1 hour',
                  12.50, array['seqNoGap', 'meterRegression']
                from generate_series(1, 9) as i
                union all
                select 'other', 'CS-1', 'tx-1', 'Ended', null, null, null, '1', '', now(), now(),
                  now(), now(), null, array[]::text[]
                """);
        run(
                """
                insert into transaction_events select 'default', 'CS-1', 'tx-3', i, 'hash', false,
                  'Updated', 'Trigger', now(), now(), false, 'm' || i, 'ocpp2.1',
                  '{"seqNo": 1.50}', '{}'
                from generate_series(0, 4) as i
                """);
        run(
                """
                insert into measurements select 'default', 'CS-1', now(), 'm', 1,
                  case when i < 5 then 'tx-3' end, i, json_build_array(json_build_object(
                    'ordinal', i, 'sampled_at', '2026-03-01T10:00:00Z', 'measurand', 'Voltage',
                    'context', 'Sample.Clock', 'location', 'Outlet', 'value', i + 0.5,
                    'unit', 'V', 'multiplier', 0, 'signed', '{"encodingMethod": "OCMF"}'))
                from generate_series(0, 7) as i
                """);
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private static Filter filter(
            @Nullable String station, @Nullable String state, @Nullable String token) {
        return new Filter("default", station, state, token, null, null);
    }

    private static <T> List<T> pages(Function<PageRequest, Mono<Page<T>>> list) {
        List<T> all = new ArrayList<>();
        PageRequest request = new PageRequest(null, 2);
        while (true) {
            Page<T> page = list.apply(request).block();
            assertThat(page).isNotNull();
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            request = new PageRequest(Cursor.decode(page.next()), 2);
        }
    }

    @Test
    void listsTheNewestTransactionsFirstWithoutLossOrRepetition() {
        List<TransactionDocument> listed =
                pages(request -> transactions.list(filter(null, null, null), request));

        assertThat(listed)
                .extracting(TransactionDocument::transactionId)
                .containsExactly(
                        "tx-9", "tx-8", "tx-7", "tx-6", "tx-5", "tx-4", "tx-3", "tx-2", "tx-1");
    }

    @Test
    void filtersByStationStateTokenAndTime() {
        assertThat(ids(filter("CS-1", null, null)))
                .containsExactly("tx-9", "tx-7", "tx-5", "tx-3", "tx-1");
        assertThat(ids(filter(null, "Ongoing", null))).containsExactly("tx-9", "tx-8", "tx-7");
        assertThat(ids(filter(null, null, "cARD4"))).containsExactly("tx-4");
        assertThat(
                        ids(
                                new Filter(
                                        "default",
                                        null,
                                        null,
                                        null,
                                        Instant.parse("2026-03-01T11:00:00Z"),
                                        Instant.parse("2026-03-01T12:00:00Z"))))
                .containsExactly("tx-3", "tx-2");
    }

    private List<String> ids(Filter filter) {
        Page<TransactionDocument> page = transactions.list(filter, ALL).block();
        assertThat(page).isNotNull();
        return page.items().stream().map(TransactionDocument::transactionId).toList();
    }

    @Test
    void showsGapsAndFlags() { // F32, pain 18
        TransactionDocument found = transactions.find(STATION, "tx-3").block();

        assertThat(found).isNotNull();
        assertThat(found.seqNos()).containsExactly("0-2", "4");
        assertThat(found.seqNoGaps()).containsExactly("3", "5-6");
        assertThat(found.flags()).containsExactly("seqNoGap", "meterRegression");
        assertThat(found.complete()).isFalse();
        assertThat(found.energyWh()).isEqualByComparingTo("12.5");
        assertThat(transactions.find(new StationKey("default", "CS-0"), "tx-3").block()).isNull();
        assertThat(transactions.find(new StationKey("nobody", "CS-1"), "tx-3").block()).isNull();
        TransactionDocument whole = transactions.find(STATION, "tx-5").block();
        assertThat(whole).isNotNull();
        assertThat(whole.seqNoGaps()).isEmpty();
        assertThat(whole.complete()).isTrue();
    }

    @Test
    void refusesFiltersThatNoDatabaseTakes() { // A49
        assertThatThrownBy(() -> transactions.list(filter("CS\0", null, null), ALL))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        transactions.list(
                                new Filter("default", null, null, null, Instant.MIN, null), ALL))
                .isInstanceOf(Problem.class);
        assertThat(ids(filter("' or 1=1 --", null, null))).isEmpty();
    }

    @Test
    void showsEventsAsTheyCame() {
        List<EventDocument> events =
                pages(request -> transactions.events(STATION, "tx-3", request));

        assertThat(events).extracting(EventDocument::seqNo).containsExactly(0, 1, 2, 3, 4);
        assertThat(JsonMapper.shared().writeValueAsString(events.getFirst()))
                .contains("\"payload\":{\"seqNo\": 1.50}");
    }

    @Test
    void showsTheMeterValuesOfATransactionAndThoseOfNone() {
        assertThat(pages(request -> meterValues.ofTransaction(STATION, "tx-3", null, request)))
                .extracting(MeterValueDocument::ordinal)
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(
                        pages(request ->
                                meterValues.ofStation(
                                        STATION,
                                        new MeterValueHistory.Filter(
                                                Instant.EPOCH, null, "Voltage"),
                                        request)))
                .extracting(MeterValueDocument::ordinal)
                .containsExactly(5, 6, 7);
    }
}
