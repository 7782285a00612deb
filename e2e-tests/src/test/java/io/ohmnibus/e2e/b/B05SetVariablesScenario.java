/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code SetVariablesCommand}: values are set, remembered, and refused where they must be. */
@UseCase("B05")
class B05SetVariablesScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_09: Set Variables - single value")
    @Requirement({"B05.FR.01", "B05.FR.02", "B05.FR.03"})
    void whatIsSetIsAtTheStationAndInTheDeviceModel(OcppVersion version) {
        try (Station station = accepted(version)) {
            Variables.set(station, "OCPPCommCtrlr", "HeartbeatInterval", "120");

            assertThat(station.model().get("OCPPCommCtrlr", "HeartbeatInterval", ""))
                    .isEqualTo("120");
            var known = Variables.known(station, "OCPPCommCtrlr", "HeartbeatInterval");
            assertThat(known.at("/0/attributes/0/value").asString()).isEqualTo("120");
            assertThat(known.at("/0/attributes/0/set/value").asString()).isEqualTo("120");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void theStationsRefusalOfEachValueIsShown(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(Variables.trySet(station, "NoSuchCtrlr", "Interval", "1"))
                    .isEqualTo("UnknownComponent");
            assertThat(Variables.trySet(station, "OCPPCommCtrlr", "NoSuchVariable", "1"))
                    .isEqualTo("UnknownVariable");
            assertThat(Variables.trySet(station, "OCPPCommCtrlr", "Enabled", "false"))
                    .isEqualTo("Rejected");
            assertThat(Variables.trySet(station, "OCPPCommCtrlr", "HeartbeatInterval", "soon"))
                    .isEqualTo("Rejected");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B05.FR.11", "B05.FR.13"})
    void whatBreaksARuleIsNotSent(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("DeviceDataCtrlr", "ItemsPerMessage", "SetVariables", "2"))) {
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));
            String one = item("HeartbeatInterval");

            refused(station, one + "," + one, "B05.FR.13");
            String three =
                    IntStream.range(0, 3)
                            .mapToObj(i -> item("Variable" + i))
                            .collect(Collectors.joining(","));
            refused(station, three, "B05.FR.11");
            assertThat(station.frames())
                    .noneMatch(frame -> frame.text().contains("\"SetVariables\",{"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_10: Set Variables - multiple values")
    @Requirement({"B05.FR.04", "B05.FR.05", "B05.FR.08", "B05.FR.09", "B05.FR.11"})
    void manyAreSetInAsManyMessagesAsTheStationNeeds(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("DeviceDataCtrlr", "ItemsPerMessage", "SetVariables", "3")
                                .set(
                                        "DeviceDataCtrlr",
                                        "BytesPerMessage",
                                        "SetVariables",
                                        "500"))) {
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));

            var results =
                    Variables.many(
                            station,
                            true,
                            String.join(
                                    ",",
                                    Variables.item("TxCtrlr", "EVConnectionTimeOut", "90"),
                                    Variables.item("TxCtrlr", "NoSuchVariable", "1"),
                                    Variables.item("NoSuchCtrlr", "Interval", "1"),
                                    Variables.item("OCPPCommCtrlr", "Enabled", "false"),
                                    Variables.item("OCPPCommCtrlr", "HeartbeatInterval", "0"),
                                    Variables.item("ClockCtrlr", "TimeZone", "Europe/Berlin"),
                                    Variables.item(
                                            "SecurityCtrlr", "OrganizationName", "x".repeat(600)),
                                    Variables.item("OCPPCommCtrlr", "OfflineThreshold", "77")));

            assertThat(results)
                    .extracting(r -> r.path("status").asString())
                    .containsExactly(
                            "Accepted",
                            "UnknownVariable",
                            "UnknownComponent",
                            "Rejected",
                            "Rejected",
                            "RebootRequired",
                            "TooLong",
                            "Accepted");
            assertThat(results.at("/4/info").asString()).contains("below 1");
            assertThat(station.model().integer("OCPPCommCtrlr", "OfflineThreshold")).isEqualTo(77);
            var first = station.expectCall(SetVariablesRequest.class, Duration.ofSeconds(30));
            assertThat(first.setVariableData()).hasSizeLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatCannotBeAskedForIsAProblem(OcppVersion version) {
        try (Station station = accepted(version)) {
            String path = "station/stations/" + station.id() + "/variables";
            String one = Variables.item("TxCtrlr", "EVConnectionTimeOut", "90");
            assertThat(rest().put(path, "{\"variables\": []}").status()).isEqualTo(400);
            assertThat(rest().put(path, "{\"variables\": [{\"component\": \"A\"}]}").status())
                    .isEqualTo(400);
            assertThat(rest().put(path, "{\"variables\": [" + one + "," + one + "]}").body())
                    .contains("B05.FR.13");
            station.goOffline();
            var results = Variables.many(station, true, one);
            assertThat(results.at("/0/status").asString()).isEqualTo("Offline");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A01.FR.03")
    void aPasswordIsNotSetBehindTheBackOfThoseWhoCheckIt(OcppVersion version) {
        try (Station station = accepted(version)) {
            String password =
                    "{\"attributeValue\": \"not-to-be-seen-1234\", "
                            + Variables.name("SecurityCtrlr", "BasicAuthPassword")
                            + "}";

            refused(station, password, "A01.FR.03");

            assertThat(station.frames())
                    .noneMatch(frame -> frame.text().contains("not-to-be-seen"));
        }
    }

    private static String item(String variable) {
        return "{\"attributeValue\": \"60\", " + Variables.name("OCPPCommCtrlr", variable) + "}";
    }

    private static void refused(Station station, String items, String requirement) {
        var answer =
                rest().tryCommand(
                                "station",
                                station.id(),
                                "SetVariables",
                                "{\"setVariableData\": [" + items + "]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(requirement);
    }
}
