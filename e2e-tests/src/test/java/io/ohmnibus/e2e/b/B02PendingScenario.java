/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.started;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code BootNotificationHandler} keeps a station waiting, {@code BootGate} lets through what the
 * operator asks it for; then it is accepted.
 */
@UseCase("B02")
class B02PendingScenario {

    private static final DataTransferRequest TRANSFER =
            new DataTransferRequest(null, null, "io.example", null);

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("SecurityError")
    @DisplayName("TC_B_30: Cold Boot Charging Station - Pending - SecurityError")
    @Requirement({"B02.FR.06", "B02.FR.08", "B02.FR.09"})
    void whilePendingItsOwnCallsAreRefusedAndTheConnectionStays(OcppVersion version) {
        try (Station station = started(station(version, "Pending"))) {
            var answer = station.boot(BootReasonEnum.POWER_UP);

            assertThat(answer.status()).isEqualTo(RegistrationStatusEnum.PENDING);
            assertThat(answer.interval()).isPositive();
            Refusal.of(() -> station.call(TRANSFER), "SecurityError");
            Refusal.of(() -> station.call(TRANSFER), "SecurityError");
            assertThat(station.connected()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("SecurityError")
    @DisplayName("TC_B_02, TC_B_31: Cold Boot Charging Station - Pending, TriggerMessage")
    @Requirement({"B02.FR.01", "B02.FR.02", "B02.FR.09"})
    void whilePendingItIsProvisionedAndThenAccepted(OcppVersion version) {
        try (Station station = started(station(version, "Pending"))) {
            station.boot(BootReasonEnum.POWER_UP);

            Variables.set(station, "OCPPCommCtrlr", "OfflineThreshold", "90");
            assertThat(Variables.get(station, "OCPPCommCtrlr", "OfflineThreshold")).isEqualTo("90");
            int report = Reports.ask(station, "ConfigurationInventory");
            Reports.awaitComplete(station, report);
            var unasked = new NotifyReportRequest(report + 1, station.now(), null, null, 0, null);
            Refusal.of(() -> station.call(unasked), "SecurityError");

            accept(station);
            rest().command(
                            "transaction",
                            station.id(),
                            "TriggerMessage",
                            "{\"requestedMessage\": \"BootNotification\"}");
            station.awaitAccepted(Duration.ofSeconds(20));
            station.call(TRANSFER);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B02.FR.05")
    void remoteStartIsNotSentToAStationThatIsNotAccepted(OcppVersion version) {
        try (Station station = started(station(version, "Pending"))) {
            station.boot(BootReasonEnum.POWER_UP);
            var command =
                    rest().command(
                                    "transaction",
                                    station.id(),
                                    "RequestStartTransaction",
                                    """
                                    {"remoteStartId": 1, "evseId": 1,
                                     "idToken": {"idToken": "ABC", "type": "ISO14443"}}
                                    """);
            assertThat(command.path("status").asString()).isEqualTo("Refused");
            assertThat(station.frames())
                    .noneMatch(frame -> frame.text().contains("RequestStartTransaction"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B02.FR.01")
    void aModelIsPendingUntilItsStationsAreProvisioned(OcppVersion version) {
        String model = "Fresh-" + version.subprotocol();
        rest().put(
                        "station/boot-configurations/models/" + model,
                        """
                        {"status": "Pending", "interval": "PT2S", "untilProvisioned": true}
                        """)
                .expect(204);
        rest().put(
                        "station/desired-variables/models/" + model,
                        "{\"variables\": ["
                                + Variables.item("TxCtrlr", "EVConnectionTimeOut", "77")
                                + "]}");
        var described = new ChargingStation("1", model, null, "Ohmnibus", "1", null);
        try (Station station = started(station(version).chargingStation(described))) {
            assertThat(station.boot(BootReasonEnum.POWER_UP).status())
                    .isEqualTo(RegistrationStatusEnum.PENDING);

            station.awaitAccepted(Duration.ofSeconds(90));

            assertThat(station.model().integer("TxCtrlr", "EVConnectionTimeOut")).isEqualTo(77);
            assertThat(Variables.known(station, "TxCtrlr", "EVConnectionTimeOut")).hasSize(1);
        }
    }

    @Test
    void aConfigurationThatCannotBeIsRefusedAndOneThatIsNotNeededIsRemoved() {
        String path = "station/boot-configurations/models/Refused";
        rest().put(path, "{\"status\": \"Perhaps\"}").expect(400);
        rest().put(path, "{\"status\": \"Accepted\", \"untilProvisioned\": true}").expect(400);
        rest().delete(path).expect(404);

        rest().put(path, "{\"status\": \"Rejected\"}").expect(204);
        assertThat(rest().get("station/boot-configurations").expect(200).toString())
                .contains("Refused");
        rest().delete(path).expect(204);
    }

    private static void accept(Station station) {
        rest().patch(
                        "station/stations/" + station.id(),
                        "{\"bootPolicy\": {\"status\": \"Accepted\"}}")
                .expect(200);
    }
}
