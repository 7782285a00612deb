/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.transaction.lifecycle.RebuildTransactions.Rebuilt;
import io.ohmnibus.transaction.metering.FakeMeterValues;
import io.ohmnibus.transaction.metering.Measurement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Storms of events on real tables, which are then damaged and computed anew. */
@EmbeddedTest
final class RebuildTransactionsIT {

    private static final int STORMS = 30;
    private static final IdTokenInfo TOLD =
            new IdTokenInfo(
                    AuthorizationStatusEnum.ACCEPTED,
                    null,
                    null,
                    new IdToken(null, "FAMILY", "Central", null),
                    null,
                    null,
                    null,
                    null,
                    null);

    private static final class Accepting implements Queries {

        @Override
        public <A> Mono<A> ask(
                Service owner, StationKey station, Object query, Class<A> type, Duration limit) {
            return Mono.just(type.cast(new TransactionAuthorization(TOLD, null)));
        }
    }

    private final DatabaseClient database;
    private final PostgresTransactions transactions;
    private final TransactionEventHandler handler;
    private final RebuildTransactions rebuild;
    private final FakeMeterValues meterValues = new FakeMeterValues();
    private final List<String> summarized = new ArrayList<>();

    RebuildTransactionsIT(TestDatabase testDatabase) {
        database = ServiceDatabase.migrate(testDatabase, Service.TRANSACTION).client();
        transactions = new PostgresTransactions(database);
        var events = new PostgresTransactionEvents(database);
        handler =
                new TransactionEventHandler(
                        transactions,
                        events,
                        List.of(
                                new RecordTransaction(transactions, events, new PublishedEvents()),
                                new AuthorizeIdToken(
                                        new Accepting(),
                                        transactions,
                                        Clock.fixed(START, ZoneOffset.UTC))));
        rebuild =
                new RebuildTransactions(
                        transactions,
                        events,
                        meterValues,
                        (station, transaction) -> {
                            summarized.add(station.stationId() + "/" + transaction);
                            return Mono.just(false);
                        },
                        TransactionalOperator.create(
                                new R2dbcTransactionManager(database.getConnectionFactory())));
    }

    private void send(String station, TransactionEventRequest event) {
        handler.handle(Given.station(station, "message", event.timestamp().plusMillis(900)), event)
                .block();
    }

    private static String storm(long seed) {
        return "storm-%03d".formatted(seed);
    }

    private List<Map<String, Object>> rows() {
        return Objects.requireNonNull(
                database.sql("select * from transactions order by station_id, transaction_id")
                        .fetch()
                        .all()
                        .map(row -> {
                            Map<String, Object> readable = new TreeMap<>(row);
                            readable.replaceAll((_, value) ->
                                    value instanceof Object[] list ? List.of(list) : value);
                            return readable;
                        })
                        .collectList()
                        .block());
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private List<Rebuilt> rebuildAll(@Nullable String station) {
        List<Rebuilt> all = new ArrayList<>();
        Cursor cursor = null;
        do {
            Page<Rebuilt> page =
                    rebuild.rebuild("default", station, new PageRequest(cursor, 7)).block();
            all.addAll(Objects.requireNonNull(page).items());
            cursor = page.next() == null ? null : Cursor.decode(page.next());
        } while (cursor != null);
        return all;
    }

    @Test
    void whatIsKnownCanBeComputedAnewFromTheEvents() {
        for (long seed = 0; seed < STORMS; seed++) {
            Storm storm = new Storm(seed);
            String station = storm(seed);
            storm.arriving.forEach(event -> send(station, event));
            TransactionState state =
                    transactions
                            .find(new TransactionKey("default", station, Given.TRANSACTION))
                            .block();
            assertThat(state).isNotNull();
            StormTest.isAsTheModelSays(storm, state, seed);
        }
        List<Map<String, Object>> before = rows();
        rebuildAll(null); // takes in the meter values, which nobody stored here
        assertThat(rebuildAll(null)).hasSize(STORMS).noneMatch(Rebuilt::changed);
        assertThat(rows()).isEqualTo(before);

        run("delete from transactions where station_id < 'storm-010'");
        run(
                """
                update transactions set state = 'Ongoing', energy_total = 1, seq_nos = '0',
                  flags = '{}', id_token = 'WRONG', group_id = 'WRONG', evse_id = 9
                where station_id >= 'storm-010' and station_id < 'storm-020'
                """);

        List<Rebuilt> rebuilt = rebuildAll(null);
        assertThat(rebuilt)
                .filteredOn(Rebuilt::changed)
                .extracting(Rebuilt::stationId)
                .hasSize(20)
                .allMatch(station -> station.compareTo("storm-020") < 0);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void meterValuesAreThoseOfTheEventsAndSummariesFollow() {
        Given first = Given.started(0).energy(100);
        Given last = Given.ended(1).energy(300);
        send("metered", first.request());
        send("metered", last.request());
        meterValues
                .add(
                        List.of(
                                new Measurement(
                                        Given.station("metered"),
                                        null,
                                        new Measurement.Place(Given.TRANSACTION, 7),
                                        List.of())))
                .block();

        var changed = new Rebuilt("metered", Given.TRANSACTION, true);
        assertThat(rebuildAll("metered")).containsExactly(changed);
        assertThat(meterValues.all())
                .extracting(one -> Objects.requireNonNull(one.place()).seqNo())
                .containsExactly(0, 1);
        assertThat(meterValues.all())
                .extracting(Measurement::meterValues)
                .containsExactly(first.request().meterValue(), last.request().meterValue());
        assertThat(rebuildAll("metered"))
                .containsExactly(new Rebuilt("metered", Given.TRANSACTION, false));
        String summary = "metered/" + Given.TRANSACTION;
        assertThat(summarized).containsExactly(summary, summary);
        run("delete from transactions where station_id = 'metered'");
        run("delete from transaction_events where station_id = 'metered'");
    }

    @Test
    void whatWasGivenUpStaysSoAndOthersAreLeftAlone() {
        send("given-up", Given.started(0).request());
        send("ended", Given.started(0).request());
        send("ended", Given.ended(1).request());
        run("update transactions set state = 'Abandoned', evse_id = 7");

        assertThat(rebuildAll("given-up"))
                .containsExactly(new Rebuilt("given-up", Given.TRANSACTION, true));

        assertThat(rows())
                .filteredOn(row -> Objects.equals(row.get("station_id"), "given-up"))
                .extracting(row -> row.get("state"))
                .containsExactly("Abandoned");
        rebuildAll("ended");
        assertThat(rows())
                .filteredOn(row -> Objects.equals(row.get("station_id"), "ended"))
                .extracting(row -> row.get("state"))
                .containsExactly("Ended");
        assertThat(rebuild.rebuild("other", null, new PageRequest(null, 50)).block())
                .isEqualTo(new Page<>(List.of(), null));
        run("delete from transactions where station_id in ('given-up', 'ended')");
        run("delete from transaction_events where station_id in ('given-up', 'ended')");
    }
}
