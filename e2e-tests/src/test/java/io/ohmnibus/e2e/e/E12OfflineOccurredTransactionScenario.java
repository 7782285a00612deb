/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code RecordTransaction}, {@code AuthorizeIdToken}: a whole transaction that the platform hears
 * of when it is over, in order or not.
 */
@UseCase("E12")
class E12OfflineOccurredTransactionScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E12.FR.01", "E12.FR.05"})
    void aTransactionThatRanOfflineIsThereAsAWhole(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "true"))) {
            IdToken token = token("Accepted");
            station.goOffline();
            Evse evse = station.evse(1).plugIn();
            assertThat(evse.authorize(token).status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            evse.startCharging().meter(new BigDecimal("900")).stop().unplug();
            station.goOnline();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("complete").asBoolean()).isTrue();
            assertThat(shown.path("startedOffline").asBoolean()).isTrue();
            assertThat(shown.path("idToken").asString()).isEqualTo(token.idToken());
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("900");
            rest().eventually(
                            "auth/tokens/ISO14443/" + token.idToken() + "/transactions",
                            running -> assertThat(running.path("items")).isEmpty());
            rest().eventually(
                            "transaction/sessions/" + station.id() + "/" + evse.transactionId(),
                            session -> {
                                assertThat(session.path("revision").asInt()).isOne();
                                assertThat(session.path("idToken").asString())
                                        .isEqualTo(token.idToken());
                                assertThat(session.path("energyWh").decimalValue())
                                        .isEqualByComparingTo("900");
                                assertThat(session.path("complete").asBoolean()).isTrue();
                            });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void theEndMayComeBeforeTheStart(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(TransactionOf.offline(transaction.ended(3)));
            JsonNode unknown = transaction.shown();
            assertThat(unknown.path("state").asString()).isEqualTo("Ended");
            assertThat(TransactionOf.texts(unknown.path("flags")))
                    .containsExactly("endedBeforeStarted");
            String session = "transaction/sessions/" + station.id() + "/" + transaction.id();
            rest().eventually(
                            session,
                            summary ->
                                    assertThat(TransactionOf.texts(summary.path("flags")))
                                            .containsExactly("endedBeforeStarted"));

            IdToken token = token("Accepted");
            station.call(TransactionOf.offline(transaction.authorized(1, token)));
            station.call(TransactionOf.offline(transaction.updated(2)));
            station.call(TransactionOf.offline(transaction.started(0, null)));

            JsonNode whole = transaction.shown();
            assertThat(whole.path("complete").asBoolean()).isTrue();
            assertThat(whole.path("flags")).isEmpty();
            assertThat(whole.path("idToken").asString()).isEqualTo(token.idToken());
            assertThat(whole.path("energyWh").decimalValue()).isEqualByComparingTo("300");
            assertThat(
                            rest().get("auth/tokens/ISO14443/" + token.idToken() + "/transactions")
                                    .expect(200)
                                    .path("items"))
                    .as("a transaction that is over claims no token")
                    .isEmpty();
            rest().eventually(
                            session,
                            summary -> { // what was settled is settled anew
                                assertThat(summary.path("revision").asInt()).isGreaterThan(1);
                                assertThat(summary.path("complete").asBoolean()).isTrue();
                                assertThat(summary.path("energyWh").decimalValue())
                                        .isEqualByComparingTo("300");
                                assertThat(summary.path("durationSeconds").asLong())
                                        .isEqualTo(
                                                summary.path("chargingSeconds").asLong()
                                                        + summary.path("idleSeconds").asLong());
                            });
            assertThat(
                            rest().get("transaction/sessions?stationId=" + station.id())
                                    .expect(200)
                                    .path("items"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void eventsOfATransactionWhoseStartNeverCameAreTakenAndFlagged( // pain 16
            OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.updated(7));
            station.call(transaction.updated(8));

            JsonNode shown = transaction.shown();
            assertThat(shown.path("state").asString()).isEqualTo("Ongoing");
            assertThat(
                            rest().get(
                                            "transaction/sessions/"
                                                    + station.id()
                                                    + "/"
                                                    + transaction.id())
                                    .status())
                    .as("a session that goes on comes to nothing yet")
                    .isEqualTo(404);
            assertThat(shown.path("startedAt").isString()).isFalse();
            assertThat(TransactionOf.texts(shown.path("flags"))).containsExactly("unknownStart");
            assertThat(TransactionOf.texts(shown.path("seqNos"))).containsExactly("7-8");
        }
    }
}
