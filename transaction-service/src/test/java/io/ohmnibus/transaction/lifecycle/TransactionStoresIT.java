/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.transaction.lifecycle.Given.START;
import static io.ohmnibus.transaction.lifecycle.Given.TOKEN;
import static io.ohmnibus.transaction.lifecycle.Given.TRANSACTION;
import static io.ohmnibus.transaction.lifecycle.Given.ended;
import static io.ohmnibus.transaction.lifecycle.Given.started;
import static io.ohmnibus.transaction.lifecycle.Given.station;
import static io.ohmnibus.transaction.lifecycle.Given.updated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.contracts.auth.TransactionAuthorization;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.TransactionUpdated;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The handler with its steps on real tables. */
@EmbeddedTest
final class TransactionStoresIT {

    private static final IdToken GROUP = new IdToken(null, "FAMILY", "Central", null);
    private static final IdTokenInfo ACCEPTED =
            new IdTokenInfo(
                    AuthorizationStatusEnum.ACCEPTED,
                    START.plusSeconds(3600),
                    null,
                    GROUP,
                    "de",
                    null,
                    null,
                    null,
                    null);

    /** Accepts everything. */
    private static final class Accepting implements Queries {

        @Override
        public <A> Mono<A> ask(
                Service owner, StationKey station, Object query, Class<A> type, Duration limit) {
            return Mono.just(type.cast(new TransactionAuthorization(ACCEPTED, null)));
        }
    }

    private final PublishedEvents published = new PublishedEvents();
    private final DatabaseClient client;
    private final PostgresTransactions transactions;
    private final PostgresTransactionEvents events;
    private final TransactionEventHandler handler;

    TransactionStoresIT(TestDatabase database) {
        this.client = ServiceDatabase.migrate(database, Service.TRANSACTION).client();
        this.transactions = new PostgresTransactions(client);
        this.events = new PostgresTransactionEvents(client);
        this.handler =
                new TransactionEventHandler(
                        transactions,
                        events,
                        List.of(
                                new RecordTransaction(transactions, events, published),
                                new AuthorizeIdToken(
                                        new Accepting(),
                                        transactions,
                                        Clock.fixed(START, ZoneOffset.UTC))));
    }

    private static TransactionKey key(String station) {
        return new TransactionKey("default", station, TRANSACTION);
    }

    private TransactionEventResponse send(String station, String message, Given event) {
        Instant received = event.request().timestamp().plusMillis(1234);
        Station sender = station(station, message, received);
        TransactionEventResponse answer = handler.handle(sender, event.request()).block();
        assertThat(answer).isNotNull();
        return answer;
    }

    private TransactionState state(String station) {
        TransactionState state = transactions.find(key(station)).block();
        assertThat(state).isNotNull();
        return state;
    }

    private static List<Given> whole() {
        return List.of(
                started(0).energy(1000),
                updated(1).token(TOKEN).evse(2, 1),
                updated(2).state(ChargingStateEnum.CHARGING).energy(1100),
                updated(3).energy(1300),
                updated(4).state(ChargingStateEnum.SUSPENDED_EV).offline(),
                ended(5).reason(ReasonEnum.EV_DISCONNECTED).energy(1450));
    }

    /** The events of a batch are divided by a character that a station may use, too. */
    @Test
    void whatAStationWritesStaysWithItsEvent() {
        IdToken odd = new IdToken(null, "A\u001eB\u001f\"\\", "Central", null);
        List<EventInHand> batch =
                Stream.of("odd-1", "odd-2", "odd-3")
                        .map(id -> {
                            Given event = started(0).energy(1000);
                            TransactionEventRequest request =
                                    (id.equals("odd-2") ? event.token(odd) : event).request();
                            Station sender = station(id, "message \u001e of " + id, START);
                            return handler.read(sender, request).blockOptional().orElseThrow();
                        })
                        .toList();

        handler.handleAll(batch).block();

        batch.forEach(event -> {
            TransactionKey key = key(event.station().id());
            assertThat(events.kept(key).collectList().block())
                    .singleElement()
                    .satisfies(kept -> {
                        assertThat(kept.event().request()).isEqualTo(event.request());
                        assertThat(kept.station().call().messageId())
                                .isEqualTo(event.station().call().messageId());
                    });
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void keepsTheSameStateInEveryOrderOfArrival(long seed) { // pain 13, F32
        List<Given> order = new ArrayList<>(whole());
        if (seed > 0) {
            Collections.shuffle(order, new Random(seed));
        }
        String station = "order-" + seed;

        order.forEach(event -> send(station, "message", event));

        TransactionState state = state(station);
        TransactionState expected =
                TransactionState.of(
                        whole().stream()
                                .map(event ->
                                        event.received(
                                                event.request().timestamp().plusMillis(1234)))
                                .toList());
        assertThat(TransactionRow.of(key(station), state))
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(TransactionRow.of(key(station), expected));
        assertThat(published.all())
                .filteredOn(event -> !(event instanceof TransactionUpdated))
                .hasSize(2);
    }

    @Test
    @Requirement({"E13.FR.02", "E11.FR.07"})
    void givesARepeatedEventItsFirstAnswer() { // F31, F36
        TransactionEventResponse first = send("repeat", "one", started(0).token(TOKEN));
        TransactionEventResponse again = send("repeat", "two", started(0).token(TOKEN));
        TransactionEventResponse offline =
                send("repeat", "three", started(0).token(TOKEN).offline());

        assertThat(first.idTokenInfo()).isEqualTo(ACCEPTED);
        assertThat(again).isEqualTo(first);
        assertThat(offline).isEqualTo(first);
        assertThat(events.of(key("repeat")).collectList().block()).hasSize(1);
        assertThat(published.all()).hasSize(1);
    }

    @Test
    void whatWasGivenUpGoesOnWithWhateverComesNew() {
        send("abandoned", "one", started(0));
        client.sql("update transactions set state = 'Abandoned' where station_id = 'abandoned'")
                .then()
                .block();
        send("abandoned", "two", started(0)); // the station has lost the answer, no more
        assertThat(state("abandoned").abandoned()).isTrue();
        assertThat(published.all()).hasSize(1);

        send("abandoned", "three", updated(1));
        assertThat(state("abandoned").abandoned()).isFalse();
        assertThat(published.all().getLast()).isInstanceOf(TransactionResumed.class);
        send("abandoned", "four", updated(2));
        assertThat(published.all()).hasSize(2);
    }

    @Test
    void keepsAnotherEventWithTheSameSeqNoAside() {
        send("conflict", "one", started(0).evse(1, null));
        send("conflict", "two", started(0).evse(2, null));
        send("conflict", "three", updated(2));
        send("conflict", "four", updated(1));

        TransactionState state = state("conflict");
        assertThat(state.flags()).containsExactly(DataQuality.SEQ_NO_CONFLICT);
        assertThat(state.place().evseId()).isEqualTo(1);
        assertThat(events.of(key("conflict")).collectList().block()).hasSize(3);
    }

    @Test
    void keepsEventsOfManyStationsAtATimeEachWithItsAnswer() {
        send("many-2", "one", started(0).token(TOKEN));
        List<EventInHand> read =
                Stream.of("many-1", "many-2", "many-3")
                        .map(id ->
                                handler.read(
                                                station(id, "again", START),
                                                started(0).token(TOKEN).evse(1, 1).request())
                                        .block())
                        .toList();

        List<TransactionEventResponse> answers = handler.handleAll(read).block();

        assertThat(answers)
                .extracting(TransactionEventResponse::idTokenInfo)
                .containsExactly(ACCEPTED, ACCEPTED, ACCEPTED);
        assertThat(events.of(key("many-1")).count().block()).isEqualTo(1);
        assertThat(state("many-2").flags()).containsExactly(DataQuality.SEQ_NO_CONFLICT);
        assertThat(state("many-3").place().evseId()).isEqualTo(1);
        assertThat(handler.handleAll(read).block()).isEqualTo(answers);
    }

    @Test
    void storesTimesThatCannotBeRight() { // A33
        send("times", "one", started(0).at(Instant.EPOCH));
        send("times", "two", updated(1).at(Instant.parse("9999-12-31T23:59:58Z")));
        send("times", "three", ended(2).at(Instant.parse("0001-01-01T00:00:00Z")));

        assertThat(state("times").flags())
                .contains(DataQuality.CLOCK_SUSPICIOUS, DataQuality.TIME_REGRESSION);
    }

    @Test
    void foldsFineTimesAndNumbersTheSameFromTheTable() {
        Given start = started(0).at(START.plusNanos(123_456_789)).energy(1);
        Given update = updated(1).at(START.plusNanos(987_654_321));
        Given end = ended(3).at(START.plusSeconds(60).plusNanos(1_500)).energy(3);
        for (Given event : List.of(start, end, update)) {
            send("fine-late", "message", event);
        }
        for (Given event : List.of(start, update, end)) {
            send("fine", "message", event);
        }

        assertThat(state("fine-late"))
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(state("fine"));
    }

    @Test
    void leavesTheSecondOfTwoFirstEventsToARetry() {
        TransactionState state = TransactionState.of(List.of(started(0).received()));
        transactions.add(Map.of(key("twice"), state)).block();

        assertThatThrownBy(() -> transactions.add(Map.of(key("twice"), state)).block())
                .isInstanceOf(ConcurrencyFailureException.class);
    }
}
