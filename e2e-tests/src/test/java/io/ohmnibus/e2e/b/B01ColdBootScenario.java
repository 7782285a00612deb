/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.started;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.e2e.a.StationIdentities;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.rpc.StationException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code BootNotificationHandler} accepts a station; {@code BootGate} lets it speak from then. */
@UseCase("B01")
class B01ColdBootScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_01: Cold Boot Charging Station - Accepted")
    @Requirement({"B01.FR.01", "B01.FR.02"})
    void aStationIsAcceptedAndShownOnline(OcppVersion version) {
        try (Station station = started(station(version))) {
            var answer = station.boot(BootReasonEnum.POWER_UP);

            assertThat(answer.status()).isEqualTo(RegistrationStatusEnum.ACCEPTED);
            assertThat(answer.interval()).isPositive();
            assertThat(Duration.between(answer.currentTime(), Instant.now()).abs())
                    .isLessThan(Duration.ofSeconds(10));
            rest().eventually(
                            "station/stations/" + station.id(),
                            shown -> {
                                assertThat(shown.path("online").asBoolean()).isTrue();
                                assertThat(shown.at("/boot/reason").asString())
                                        .isEqualTo("PowerUp");
                                assertThat(shown.at("/boot/chargingStation/model").asString())
                                        .isEqualTo("Simulator");
                                assertThat(shown.at("/connection/ocppVersion").asString())
                                        .isEqualTo(version.subprotocol());
                            });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_58: WebSocket Subprotocol validation")
    void theVersionThatBothKnowIsSpoken(OcppVersion version) { // A13
        var offers = "ocpp0.1, " + version.subprotocol();
        try (Station station = accepted(station(version).subprotocols(offers))) {
            rest().eventually(
                            "station/stations/" + station.id(),
                            shown ->
                                    assertThat(shown.at("/connection/ocppVersion").asString())
                                            .isEqualTo(version.subprotocol()));
        }
        var stranger = station(version).subprotocols("ocpp0.1").reconnects(false);
        assertThatThrownBy(stranger::start).isInstanceOf(StationException.class);
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B01.FR.05")
    void itsConnectorsAreKnownAfterwards(OcppVersion version) {
        try (Station station = started(station(version).evses(2))) {
            station.boot(BootReasonEnum.POWER_UP);

            rest().eventually(
                            "station/stations/" + station.id() + "/availability",
                            shown ->
                                    assertThat(shown.path("places"))
                                            .filteredOn(p -> p.path("connectorId").asInt() > 0)
                                            .hasSize(2)
                                            .allMatch(p -> p.path("usable").asBoolean()));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B01.FR.03")
    void afterARebootItIsAcceptedAgainWithTheNewReason(OcppVersion version) {
        try (Station station = started(station(version))) {
            station.boot(BootReasonEnum.POWER_UP);
            station.goOffline();
            station.connect();
            station.boot(BootReasonEnum.WATCHDOG);

            rest().eventually(
                            "station/stations/" + station.id(),
                            shown ->
                                    assertThat(shown.at("/boot/reason").asString())
                                            .isEqualTo("Watchdog"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B01.FR.11", "B01.FR.12"})
    void aStationWithACertificateIsTheOneThatTheCertificateNames(OcppVersion version) {
        try (Station station = started(StationIdentities.certified(version).reconnects(false))) {
            assertThat(station.call(Boots.withSerialNumber(station.id())).status())
                    .isEqualTo(RegistrationStatusEnum.ACCEPTED);
            assertThatThrownBy(() -> station.call(Boots.withSerialNumber("SN-OTHER")))
                    .isInstanceOf(StationException.class);
            assertThat(station.awaitClosed(Duration.ofSeconds(30)).code()).isEqualTo(1008);

            rest().eventually(
                            "station/stations/" + station.id(),
                            shown -> {
                                assertThat(shown.at("/boot/chargingStation/serialNumber"))
                                        .hasToString("\"" + station.id() + "\"");
                                assertThat(shown.at("/connection/closeReason").asString())
                                        .contains("serialNumber");
                            });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("SecurityError")
    @Requirement("B01.FR.10")
    void beforeItsBootNotificationNothingElseIsTaken(OcppVersion version) {
        try (Station station = started(station(version))) {
            Refusal.of(() -> station.call(new HeartbeatRequest(null)), "SecurityError");
        }
    }
}
