/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.ChargingStateEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code ResetCommand} resets a station that goes on with its transactions; new in 2.1. */
@UseCase("B13")
class B13ResumingResetScenario {

    private static final String RESUME = "{\"type\": \"ImmediateAndResume\"}";

    private static StationBuilder station21() {
        return station(OcppVersion.V2_1);
    }

    @ParameterizedTest
    @CsvSource({"true, CHARGING", "false, SUSPENDED_EVSE"})
    @DisplayName("TC_B_103: Reset ImmediateAndResume, ongoing transaction, energy transfer resumes")
    @Requirement({"B13.FR.03", "B13.FR.04", "B13.FR.23", "B13.FR.24", "B13.FR.25", "B13.FR.30"})
    void theTransactionGoesOnAfterTheReboot(boolean allowed, ChargingStateEnum after) { // F34
        try (Station station =
                accepted(
                        station21()
                                .set("TxCtrlr", "AllowEnergyTransferResumption", "" + allowed))) {
            Evse evse = charging(station, 1);

            assertThat(reset(station, RESUME)).isEqualTo("Accepted");

            TransactionEventRequest resumed = awaitResumed(evse);
            assertThat(resumed.transactionInfo().chargingState()).isEqualTo(after);
            rest().eventually(
                            "station/stations/" + station.id() + "/resets",
                            resets -> {
                                assertThat(resets.at("/items/0/type").asString())
                                        .isEqualTo("ImmediateAndResume");
                                assertThat(resets.at("/items/0/rebootedAt").isString()).isTrue();
                            });
            assertThat(transaction(station, evse).path("state").asString()).isEqualTo("Ongoing");

            evse.stop().unplug();
            assertThat(transaction(station, evse).path("state").asString()).isEqualTo("Ended");
        }
    }

    @Test
    @DisplayName("TC_B_104: Reset ImmediateAndResume, no transaction")
    @Requirement("B13.FR.02")
    void withoutTransactionItIsAnOrdinaryReset() {
        try (Station station = accepted(station21())) {
            assertThat(reset(station, RESUME)).isEqualTo("Accepted");
            rest().eventually(
                            "station/stations/" + station.id() + "/resets",
                            resets ->
                                    assertThat(resets.at("/items/0/rebootedAt").isString())
                                            .isTrue());
            station.awaitAccepted(Duration.ofSeconds(30));
        }
    }

    @Test
    @Requirement({"B13.FR.11", "B13.FR.12"})
    void anEvseAloneIsResetAndGoesOn() {
        try (Station station = accepted(station21().evses(2))) {
            Evse one = charging(station, 1);
            Evse other = charging(station, 2);
            int before = other.transactionEvents().size();

            assertThat(reset(station, "{\"type\": \"ImmediateAndResume\", \"evseId\": 1}"))
                    .isEqualTo("Accepted");

            awaitResumed(one);
            assertThat(transaction(station, one).path("state").asString()).isEqualTo("Ongoing");
            assertThat(other.transactionEvents()).hasSize(before);
        }
    }

    @Test
    @Requirement("B13.FR.01")
    void aStationThatCannotResumeIsNotAsked() {
        try (Station station = accepted(station21().set("TxCtrlr", "ResumptionTimeout", "0"))) {
            assertThat(reset(station, RESUME)).isIn("Rejected", "");
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));

            var refused = rest().tryCommand("station", station.id(), "Reset", RESUME);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("B13.FR.01");
        }
    }

    @Test
    void aStationOfAnOlderVersionIsNotAsked() {
        try (Station station = accepted(OcppVersion.V2_0_1)) {
            var command = rest().command("station", station.id(), "Reset", RESUME);
            assertThat(command.path("status").asString()).isEqualTo("Refused");
            assertThat(command.at("/error/code").asString()).isEqualTo("NotSupported");
            assertThat(station.frames()).noneMatch(frame -> frame.text().contains("\"Reset\""));
        }
    }

    private static TransactionEventRequest awaitResumed(Evse evse) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        last(evse).triggerReason() == TriggerReasonEnum.TX_RESUMED
                                && evse.transactionEvents().stream()
                                        .anyMatch(e ->
                                                e.triggerReason()
                                                        == TriggerReasonEnum.RESET_COMMAND));
        return last(evse);
    }

    private static TransactionEventRequest last(Evse evse) {
        return evse.transactionEvents().getLast();
    }

    private static Evse charging(Station station, int evseId) {
        Evse evse = station.evse(evseId).plugIn();
        evse.authorize(token("Active"));
        return evse.startCharging();
    }

    private static String reset(Station station, String body) {
        var command = rest().tryCommand("station", station.id(), "Reset", body);
        return command.status() == 200 ? command.expect(200).at("/response/status").asString() : "";
    }

    private static JsonNode transaction(Station station, Evse evse) {
        return rest().get("transaction/transactions/" + station.id() + "/" + evse.transactionId())
                .expect(200);
    }
}
