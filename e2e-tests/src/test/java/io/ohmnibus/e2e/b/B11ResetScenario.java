/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code ResetCommand} resets an idle station, {@code RebootObserver} sees it come back. */
@UseCase("B11")
class B11ResetScenario {

    @ParameterizedTest
    @ValueSource(strings = {"Immediate", "OnIdle"})
    @DisplayName("TC_B_20: Reset Charging Station - Without ongoing transaction")
    @Requirement({"B11.FR.01", "B11.FR.03", "B11.FR.04"})
    void anIdleStationRebootsAndIsSeenAgain(String type) {
        for (OcppVersion version : OcppVersion.values()) {
            try (Station station = accepted(version)) {
                assertThat(reset(station, "{\"type\": \"%s\"}".formatted(type)))
                        .isEqualTo("Accepted");

                rest().eventually(
                                "station/stations/" + station.id() + "/resets",
                                resets ->
                                        assertThat(resets.at("/items/0/rebootedAt").isString())
                                                .isTrue());
                rest().eventually(
                                "station/stations/" + station.id(),
                                shown -> {
                                    assertThat(shown.path("online").asBoolean()).isTrue();
                                    assertThat(shown.at("/boot/reason").asString())
                                            .isEqualTo("RemoteReset");
                                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_25: Reset EVSE - Without ongoing transaction")
    @Requirement({"B11.FR.08", "B11.FR.10"})
    void oneEvseIsResetWithoutABoot(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            assertThat(reset(station, "{\"type\": \"Immediate\", \"evseId\": 2}"))
                    .isEqualTo("Accepted");
            assertThat(reset(station, "{\"type\": \"Immediate\", \"evseId\": 7}"))
                    .isEqualTo("Rejected");

            JsonNode resets =
                    rest().get("station/stations/" + station.id() + "/resets")
                            .expect(200)
                            .path("items");
            assertThat(resets).extracting(r -> r.path("evseId").asInt()).containsExactly(7, 2);
            assertThat(resets).noneMatch(r -> r.path("rebootedAt").isString());
            assertThat(station.connected()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void theStationsRefusalIsShown(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    ResetRequest.class,
                    _ -> new ResetResponse(ResetStatusEnum.REJECTED, null, null));

            assertThat(reset(station, "{\"type\": \"OnIdle\"}")).isEqualTo("Rejected");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatIsNoResetIsNotSent(OcppVersion version) {
        try (Station station = accepted(version)) {
            var path = "station/stations/" + station.id() + "/commands/Reset";

            assertThat(rest().post(path, "{}").expect(400).toString()).contains("$.type");
            assertThat(rest().post(path, "{\"type\": \"Later\"}").status()).isEqualTo(400);
            assertThat(rest().post(path, "{\"type\": \"OnIdle\", \"evseId\": 0}").expect(422))
                    .matches(problem -> problem.toString().contains("B11.FR.08"));
            assertThat(
                            rest().post(
                                            "station/stations/NOBODY/commands/Reset",
                                            "{\"type\": \"OnIdle\"}")
                                    .status())
                    .isEqualTo(404);
            assertThat(station.frames()).noneMatch(frame -> frame.text().contains("\"Reset\""));
        }
    }

    private static String reset(Station station, String json) {
        return rest().command("station", station.id(), "Reset", json)
                .at("/response/status")
                .asString();
    }
}
