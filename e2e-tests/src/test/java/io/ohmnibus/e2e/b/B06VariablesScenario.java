/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SetVariables, GetVariables and GetBaseReport through the command endpoint, and its refusals. */
@UseCase({"B05", "B06", "B07"})
class B06VariablesScenario {

    private static final String INTERVAL =
            """
            "component": {"name": "OCPPCommCtrlr"}, "variable": {"name": "HeartbeatInterval"}
            """;

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatIsSetIsReadBackAndReported(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);

            var set =
                    rest().command(
                                    "station",
                                    station.id(),
                                    "SetVariables",
                                    """
                                    {"setVariableData": [{"attributeValue": "120", %s}]}
                                    """
                                            .formatted(INTERVAL));
            assertThat(set.at("/response/setVariableResult/0/attributeStatus").asString())
                    .isEqualTo("Accepted");

            var got =
                    rest().command(
                                    "station",
                                    station.id(),
                                    "GetVariables",
                                    "{\"getVariableData\": [{" + INTERVAL + "}]}");
            assertThat(got.at("/response/getVariableResult/0/attributeValue").asString())
                    .isEqualTo("120");

            var asked =
                    rest().command(
                                    "station",
                                    station.id(),
                                    "GetBaseReport",
                                    "{\"requestId\": 7, \"reportBase\": \"FullInventory\"}");
            assertThat(asked.at("/response/status").asString()).isEqualTo("Accepted");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(
                                            rest().get(
                                                            "station/stations/"
                                                                    + station.id()
                                                                    + "/reports")
                                                    .expect(200)
                                                    .at("/items/0/state")
                                                    .asString())
                                    .isEqualTo("Complete"));
            assertThat(
                            rest().get(
                                            "station/stations/"
                                                    + station.id()
                                                    + "/variables?component=OCPPCommCtrlr")
                                    .expect(200)
                                    .toString())
                    .contains("HeartbeatInterval")
                    .contains("120");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aCommandWithoutARequiredFieldIsRefusedBeforeItIsSent(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var path = "station/stations/" + station.id() + "/commands/Reset";

            assertThat(rest().post(path, "{}").expect(400).toString()).contains("$.type");
            assertThat(
                            rest().post(
                                            "station/stations/NOBODY/commands/Reset",
                                            "{\"type\":\"OnIdle\"}")
                                    .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aCommandToAStationThatIsNotConnectedEndsOffline(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            station.goOffline();
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            !rest().get("gateway/connections/" + station.id())
                                    .expect(200)
                                    .path("online")
                                    .asBoolean());
            var reset = rest().command("station", station.id(), "Reset", "{\"type\":\"OnIdle\"}");
            assertThat(reset.path("status").asString()).isEqualTo("Offline");
        }
    }
}
