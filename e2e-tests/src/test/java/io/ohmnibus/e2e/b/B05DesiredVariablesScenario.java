/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code DesiredCourse} sees to it that variables have the values that operators want. */
@UseCase("B05")
class B05DesiredVariablesScenario {

    private static final Duration LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(OcppVersion.class) // pain 25
    void aStationThatForgetsGetsItsValuesAgainAfterEachBoot(OcppVersion version) {
        try (Station station = accepted(station(version).forgetsVariables())) {
            want(station, false, Variables.item("TxCtrlr", "EVConnectionTimeOut", "77"));

            awaitStep(station, "Holds");
            assertThat(station.model().integer("TxCtrlr", "EVConnectionTimeOut")).isEqualTo(77);

            rest().command("station", station.id(), "Reset", "{\"type\": \"Immediate\"}");
            await().atMost(LONG)
                    .until(() -> station.model().integer("TxCtrlr", "EVConnectionTimeOut") == 120);
            await().atMost(LONG)
                    .until(() -> station.model().integer("TxCtrlr", "EVConnectionTimeOut") == 77);
            awaitStep(station, "Holds");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatNeedsARebootIsToldOrDoneOnce(OcppVersion version) {
        try (Station station = accepted(version)) {
            String zone = Variables.item("ClockCtrlr", "TimeZone", "Europe/Berlin");
            want(station, false, zone);
            awaitStep(station, "RebootRequired");
            assertThat(state(station).path("reason").asString()).contains("TimeZone");

            want(station, true, zone);

            station.expectCall(ResetRequest.class, LONG);
            awaitStep(station, "Holds");
            assertThat(station.model().get("ClockCtrlr", "TimeZone")).isEqualTo("Europe/Berlin");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class) // pain 24
    void aStationThatForgetsEvenThenIsNotResetForEver(OcppVersion version) {
        try (Station station = accepted(station(version).forgetsVariables())) {
            want(station, true, Variables.item("ClockCtrlr", "TimeZone", "Europe/Berlin"));

            awaitStep(station, "Failed");

            assertThat(state(station).path("reason").asString())
                    .contains("Not held after a reboot");
            station.expectCall(ResetRequest.class, LONG);
            assertThat(
                            station.frames().stream()
                                    .filter(frame -> frame.text().contains("\"Reset\""))
                                    .count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class) // pain 25
    void driftAndRefusalsAreShown(OcppVersion version) {
        try (Station station = accepted(version)) {
            want(station, false, Variables.item("OCPPCommCtrlr", "HeartbeatInterval", "0"));
            awaitStep(station, "Failed");
            assertThat(state(station).path("reason").asString())
                    .contains("HeartbeatInterval Rejected");

            want(station, false, Variables.item("TxCtrlr", "EVConnectionTimeOut", "77"));
            awaitStep(station, "Holds");
            station.model().set("TxCtrlr", "EVConnectionTimeOut", "", "5");
            Variables.get(station, "TxCtrlr", "EVConnectionTimeOut");
            JsonNode drifted = desired(station).at("/variables/0");
            assertThat(drifted.path("holds").asBoolean()).isFalse();
            assertThat(drifted.path("actual").asString()).isEqualTo("5");

            assertThat(rest().post(path(station) + "/apply", "{}").status()).isEqualTo(202);
            await().atMost(LONG)
                    .until(() -> station.model().integer("TxCtrlr", "EVConnectionTimeOut") == 77);
        }
    }

    private static String path(Station station) {
        return "station/stations/" + station.id() + "/desired-variables";
    }

    private static void want(Station station, boolean reboot, String variables) {
        var answer =
                rest().put(
                                "station/desired-variables/stations/" + station.id(),
                                "{\"reboot\": %s, \"variables\": [%s]}"
                                        .formatted(reboot, variables));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private static JsonNode desired(Station station) {
        return rest().get(path(station)).expect(200);
    }

    private static JsonNode state(Station station) {
        return desired(station).path("state");
    }

    private static void awaitStep(Station station, String step) {
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(state(station).path("step").asString())
                                .as(desired(station).toString())
                                .isEqualTo(step));
    }
}
