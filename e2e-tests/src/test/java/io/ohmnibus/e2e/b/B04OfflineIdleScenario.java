/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code AvailabilityObserver} and {@code StatusNotificationHandler} take up what a station reports
 * when it comes back without booting; the gateway knows it as accepted.
 */
@UseCase("B04")
class B04OfflineIdleScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B04.FR.01", "B04.FR.02"})
    void itComesBackWithoutBootAndTellsWhatHasChanged(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            station.goOffline();
            awaitState(station, "OFFLINE");
            station.evse(2).plugIn();
            station.goOnline();

            awaitState(station, "ONLINE");
            rest().eventually(
                            "station/stations/" + station.id() + "/availability",
                            shown ->
                                    assertThat(shown.path("places"))
                                            .filteredOn(p -> p.path("evseId").asInt() == 2)
                                            .filteredOn(p -> p.path("connectorId").asInt() == 1)
                                            .extracting(p -> p.path("state").asString())
                                            .containsExactly("Occupied"));
            assertThat(station.sent(BootNotificationRequest.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aCommandMeanwhileEndsOfflineOrWaitsAsWanted(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.goOffline();
            awaitState(station, "OFFLINE");

            var reset = rest().command("station", station.id(), "Reset", "{\"type\": \"OnIdle\"}");
            assertThat(reset.path("status").asString()).isEqualTo("Offline");

            String waiting =
                    rest().post(
                                    "station/stations/"
                                            + station.id()
                                            + "/commands/GetVariables?whenOffline=wait&deadline=PT2M",
                                    "{\"getVariableData\": [{"
                                            + Variables.name("OCPPCommCtrlr", "OfflineThreshold")
                                            + "}]}")
                            .expect(202)
                            .path("id")
                            .asString();
            station.goOnline();

            rest().eventually(
                            "station/commands/" + waiting,
                            command ->
                                    assertThat(command.path("status").asString())
                                            .isEqualTo("Answered"));
        }
    }

    private static void awaitState(Station station, String state) {
        rest().eventually(
                        "gateway/connections/" + station.id(),
                        shown -> assertThat(shown.path("state").asString()).isEqualTo(state));
    }
}
