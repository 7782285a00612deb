/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.e2e.fleet.Listening;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusResponse;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code AskAboutTransactions} asks after a boot, a reconnect and silence, {@code
 * GetTransactionStatusCommand} takes the answer.
 */
@UseCase("E14")
class E14TransactionStatusScenario {

    private static JsonNode ask(Station station, @Nullable String transaction) {
        String json =
                transaction == null ? "{}" : "{\"transactionId\": \"%s\"}".formatted(transaction);
        return rest().command("transaction", station.id(), "GetTransactionStatus", json)
                .path("response");
    }

    private static void eventually(Station station, String id, Consumer<JsonNode> expectation) {
        rest().eventually("transaction/transactions/" + station.id() + "/" + id, expectation);
    }

    private static void checked(Station station, Consumer<JsonNode> expectation) {
        rest().eventually(
                        "transaction/stations/" + station.id() + "/transaction-checks",
                        found -> expectation.accept(found.at("/items/0")));
    }

    /** TC_E_30, TC_E_34, and what a station says when it is over. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E14.FR.01", "E14.FR.02", "E14.FR.03", "E14.FR.05", "E14.FR.06", "E14.FR.08"})
    void aStationSaysWhatGoesOn(OcppVersion version) {
        try (Station station = accepted(version)) {
            var evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            String id =
                    station.sent(TransactionEventRequest.class)
                            .getLast()
                            .transactionInfo()
                            .transactionId();
            assertThat(ask(station, id).path("ongoingIndicator").asBoolean()).isTrue();
            assertThat(ask(station, id).path("messagesInQueue").asBoolean()).isFalse();
            checked(station, check -> assertThat(check.path("ongoing").asBoolean()).isTrue());
            evse.unplug();
            assertThat(ask(station, id).path("ongoingIndicator").asBoolean()).isFalse();
            assertThat(ask(station, null).path("ongoingIndicator").isMissingNode()).isTrue();
            eventually(
                    station,
                    id,
                    shown -> assertThat(shown.path("state").asString()).isEqualTo("Ended"));
        }
    }

    private static void answering(Station station, @Nullable Boolean ongoing, boolean queue) {
        station.onCall(
                GetTransactionStatusRequest.class,
                _ -> new GetTransactionStatusResponse(ongoing, queue, null));
    }

    /** TC_E_29: it goes on, and what was kept offline is still to come. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E14.FR.02", "E14.FR.04"})
    void whatIsStillQueuedOfATransactionThatGoesOnIsTakenLater(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, token("Accepted")));
            station.goOffline();
            station.goOnline();
            answering(station, true, true);

            JsonNode told = ask(station, transaction.id());
            assertThat(told.path("ongoingIndicator").asBoolean()).isTrue();
            assertThat(told.path("messagesInQueue").asBoolean()).isTrue();
            assertThat(
                            station.expectCall(
                                            GetTransactionStatusRequest.class,
                                            Duration.ofSeconds(30))
                                    .transactionId())
                    .isEqualTo(transaction.id());
            station.call(TransactionOf.offline(transaction.updated(1)));

            JsonNode shown = transaction.shown();
            assertThat(shown.path("state").asString()).isEqualTo("Ongoing");
            assertThat(TransactionOf.texts(shown.path("seqNos"))).containsExactly("0-1");
        }
    }

    /**
     * TC_E_31: it has ended, two messages are missing, and the station says that they will come.
     */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E14.FR.03", "E14.FR.04"})
    void theGapOfATransactionThatHasEndedIsHealed(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, token("Accepted")));
            station.goOffline();
            station.goOnline();
            station.call(TransactionOf.offline(transaction.ended(3)));
            assertThat(TransactionOf.texts(transaction.shown().path("seqNoGaps")))
                    .containsExactly("1-2");
            answering(station, false, true);

            assertThat(ask(station, transaction.id()).path("messagesInQueue").asBoolean()).isTrue();
            checked(station, check -> assertThat(check.path("nextAt").isString()).isTrue());
            station.call(TransactionOf.offline(transaction.updated(1)));
            station.call(TransactionOf.offline(transaction.updated(2)));

            JsonNode healed = transaction.shown();
            assertThat(healed.path("complete").asBoolean()).isTrue();
            assertThat(healed.path("flags")).isEmpty();
        }
    }

    /** TC_E_33: whether anything at all is queued, and TC_E_34 when nothing is. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E14.FR.06", "E14.FR.07", "E14.FR.08"})
    void aStationIsAskedWithoutATransaction(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (boolean queue : new boolean[] {true, false}) {
                answering(station, null, queue);
                JsonNode told = ask(station, null);
                assertThat(told.path("ongoingIndicator").isMissingNode()).isTrue();
                assertThat(told.path("messagesInQueue").asBoolean()).isEqualTo(queue);
                assertThat(
                                station.expectCall(
                                                GetTransactionStatusRequest.class,
                                                Duration.ofSeconds(30))
                                        .transactionId())
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E14.FR.01", "E14.FR.03", "E14.FR.05"})
    void whatAStationLostWithItsPowerIsNotWaitedFor(OcppVersion version) { // pain 17
        try (Station station = accepted(version)) {
            TransactionOf lost = TransactionOf.at(station); // the station knows nothing of it
            station.call(lost.started(0, token("Accepted")));

            station.boot(BootReasonEnum.POWER_UP);

            eventually(
                    station,
                    lost.id(),
                    shown -> assertThat(shown.path("state").asString()).isEqualTo("Abandoned"));
            checked(
                    station,
                    check -> {
                        assertThat(check.path("transactionId").asString()).isEqualTo(lost.id());
                        assertThat(check.path("ongoing").asBoolean()).isFalse();
                        assertThat(check.path("nextAt").isMissingNode()).isTrue();
                    });
        }
    }

    /** F35. */
    @ParameterizedTest
    @CsvSource({
        "V2_1, true, false",
        "V2_1, false, true",
        "V2_0_1, true, false",
        "V2_0_1, false, true"
    })
    @Requirement({"E14.FR.02", "E14.FR.04", "E14.FR.07"})
    void whatGoesOnOrIsStillQueuedIsWaitedFor(OcppVersion version, boolean ongoing, boolean queue) {
        try (Station station = accepted(version)) {
            answering(station, ongoing, queue);
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, token("Accepted")));

            station.boot(BootReasonEnum.POWER_UP);

            checked(
                    station,
                    check -> {
                        assertThat(check.path("ongoing").asBoolean()).isEqualTo(ongoing);
                        assertThat(check.path("messagesInQueue").asBoolean()).isEqualTo(queue);
                        assertThat(check.path("nextAt").asString()).isNotEmpty();
                    });
            eventually(
                    station,
                    transaction.id(),
                    shown -> assertThat(shown.path("state").asString()).isEqualTo("Ongoing"));
        }
    }

    /** Pain 15: no boot, only the connection was lost; of two transactions one went on. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E14.FR.01", "E14.FR.02", "E14.FR.03", "E14.FR.05"})
    void afterAReconnectItIsReconciledWhatGoesOn(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf goesOn = TransactionOf.at(station, 1);
            TransactionOf lost = TransactionOf.at(station, 2);
            station.call(goesOn.started(0, token("Accepted")));
            station.call(lost.started(0, token("Accepted")));
            station.onCall(
                    GetTransactionStatusRequest.class,
                    asked ->
                            new GetTransactionStatusResponse(
                                    goesOn.id().equals(asked.transactionId()), false, null));

            station.goOffline();
            station.goOnline();

            eventually(
                    station,
                    lost.id(),
                    shown -> assertThat(shown.path("state").asString()).isEqualTo("Abandoned"));
            rest().eventually(
                            "transaction/stations/" + station.id() + "/transaction-checks",
                            found ->
                                    assertThat(found.path("items").valueStream())
                                            .hasSize(2)
                                            .allMatch(check -> check.path("ongoing").isBoolean()));
            assertThat(goesOn.shown().path("state").asString()).isEqualTo("Ongoing");
            station.call(goesOn.ended(1));
            assertThat(goesOn.shown().path("state").asString()).isEqualTo("Ended");

            String session = "transaction/sessions/" + station.id() + "/" + lost.id();
            rest().eventually(
                            session,
                            shown ->
                                    assertThat(shown.path("state").asString())
                                            .isEqualTo("Abandoned"));
            try (Listening partner = resumptions()) {
                partner.lastId();
                station.call(lost.updated(1)); // it goes on after all
                assertThat(lost.shown().path("state").asString()).isEqualTo("Ongoing");
                rest().get(session).expect(404);
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() ->
                                assertThat(partner.heardOf(station.id()))
                                        .containsExactly("TransactionResumed"));
            }
        }
    }

    private static Listening resumptions() {
        return new Listening(
                URI.create(
                        "http://localhost:%d/api/transaction/stream?type=TransactionResumed"
                                .formatted(platform().settings().http())),
                platform().tokens().get(),
                null);
    }
}
