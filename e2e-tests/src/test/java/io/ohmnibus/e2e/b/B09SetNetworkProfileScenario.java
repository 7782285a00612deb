/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileResponse;
import io.ohmnibus.ocpp.type.SetNetworkProfileStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code SetNetworkProfileCommand} and {@code SetVariablesCommand} give another way to a CSMS. */
@UseCase("B09")
class B09SetNetworkProfileScenario {

    private static final String OTHER = "ws://other.example/ocpp";

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_42: Set new NetworkConnectionProfile - Accepted")
    @Requirement("B09.FR.01")
    void theStationKeepsAnotherWay(OcppVersion version) {
        try (Station station = accepted(version)) {
            JsonNode command = set(station, 2, OTHER, "");

            assertThat(command.at("/response/status").asString()).isEqualTo("Accepted");
            var sent = station.expectCall(SetNetworkProfileRequest.class, Duration.ofSeconds(30));
            assertThat(sent.configurationSlot()).isEqualTo(2);
            assertThat(sent.connectionData().ocppCsmsUrl()).isEqualTo(OTHER);
            JsonNode profile = network(station).at("/profiles/0");
            assertThat(profile.path("slot").asInt()).isEqualTo(2);
            assertThat(profile.path("url").asString()).isEqualTo(OTHER);
            assertThat(profile.path("outcome").asString()).isEqualTo("Accepted");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_44: Set new NetworkConnectionProfile - Failed")
    @Requirement("B09.FR.03")
    void aProfileThatTheStationCannotKeepIsShownBesideTheOneItHas(OcppVersion version) {
        try (Station station = accepted(version)) {
            set(station, 2, OTHER, "");
            station.onCall(
                    SetNetworkProfileRequest.class,
                    _ ->
                            new SetNetworkProfileResponse(
                                    SetNetworkProfileStatusEnum.FAILED, null, null));

            JsonNode command = set(station, 2, "ws://third.example/ocpp", "");

            assertThat(command.at("/response/status").asString()).isEqualTo("Failed");
            JsonNode profiles = network(station).path("profiles");
            assertThat(profiles).hasSize(2);
            assertThat(profiles.at("/0/outcome").asString()).isEqualTo("Failed");
            assertThat(profiles.at("/1/url").asString()).isEqualTo(OTHER);
        }
    }

    @Test
    @DisplayName("TC_B_100: SetNetworkProfile with identity and password")
    @Requirement("B09.FR.14")
    void identityAndPasswordForTheOtherCsmsArriveAndAreNotShown() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            JsonNode command =
                    set(
                            station,
                            2,
                            OTHER,
                            """
                            , "identity": "ME-ELSEWHERE", "basicAuthPassword": "secret-of-another-csms"
                            """);

            assertThat(command.at("/response/status").asString()).isEqualTo("Accepted");
            assertThat(command.toString()).doesNotContain("secret-of-another");
            var sent = station.expectCall(SetNetworkProfileRequest.class, Duration.ofSeconds(30));
            assertThat(sent.connectionData().identity()).isEqualTo("ME-ELSEWHERE");
            assertThat(sent.connectionData().basicAuthPassword())
                    .isEqualTo("secret-of-another-csms");
            assertThat(network(station).toString())
                    .contains("ME-ELSEWHERE")
                    .doesNotContain("secret-of-another");
        }
    }

    @Test
    @DisplayName("TC_B_105: Add network configuration through SetVariables")
    @Requirement({"B09.FR.21", "B09.FR.24", "B09.FR.30"})
    void aSlotIsConfiguredByVariables() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));
            String url = variable("2", "OcppCsmsUrl", OTHER);
            String profile = variable("2", "SecurityProfile", "1");
            String apn = variable("2", "ApnEnabled", "false");
            String password = variable("2", "BasicAuthPassword", "secret-of-another-csms");

            var set = command(station, url + "," + profile + "," + apn + "," + password);

            assertThat(set.expect(200).at("/response/setVariableResult"))
                    .hasSize(4)
                    .allMatch(r -> r.path("attributeStatus").asString().equals("Accepted"));
            assertThat(station.model().getOf("NetworkConfiguration", "2", "OcppCsmsUrl"))
                    .isEqualTo(OTHER);
            assertThat(
                            Variables.known(station, "NetworkConfiguration", "BasicAuthPassword")
                                    .toString())
                    .doesNotContain("secret-of-another");
            var used = command(station, variable("1", "MessageTimeout", "20"));
            assertThat(used.status()).isEqualTo(422);
            assertThat(used.body()).contains("B09.FR.21");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B09.FR.02", "B09.FR.05"})
    void whatTheStationWouldRefuseIsNotSent(OcppVersion version) {
        try (Station station = accepted(version)) {
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));

            refused(station, 9, OTHER, "B09.FR.05");
            refused(station, 2, "https://other.example", "B09.FR.02");

            assertThat(network(station).path("slots").toString()).isEqualTo("[\"1\",\"2\",\"3\"]");
            assertThat(station.frames())
                    .noneMatch(frame -> frame.text().contains("SetNetworkProfile"));
        }
    }

    private static String variable(String slot, String name, String value) {
        return """
        {"attributeValue": "%s", "variable": {"name": "%s"},
         "component": {"name": "NetworkConfiguration", "instance": "%s"}}
        """
                .formatted(value, name, slot);
    }

    private static Rest.Answer command(Station station, String items) {
        return rest().tryCommand(
                        "station",
                        station.id(),
                        "SetVariables",
                        "{\"setVariableData\": [" + items + "]}");
    }

    private static String body(int slot, String url, String more) {
        return """
        {"configurationSlot": %d, "connectionData": {"ocppVersion": "OCPP20",
         "ocppInterface": "Wired0", "ocppTransport": "JSON", "messageTimeout": 30,
         "ocppCsmsUrl": "%s", "securityProfile": 1 %s}}
        """
                .formatted(slot, url, more);
    }

    private static JsonNode set(Station station, int slot, String url, String more) {
        return rest().command("station", station.id(), "SetNetworkProfile", body(slot, url, more));
    }

    private static void refused(Station station, int slot, String url, String requirement) {
        var answer =
                rest().tryCommand(
                                "station", station.id(), "SetNetworkProfile", body(slot, url, ""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(requirement);
    }

    private static JsonNode network(Station station) {
        return rest().get("station/stations/" + station.id() + "/network").expect(200);
    }
}
