/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code GetVariablesCommand}: values are read, and become part of the device model. */
@UseCase("B06")
class B06GetVariablesScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_06, TC_B_07: Get Variables - single and multiple values")
    @Requirement({"B06.FR.01", "B06.FR.02"})
    void eachVariableIsAnsweredForItself(OcppVersion version) {
        try (Station station = accepted(version)) {
            var got =
                    rest().command(
                                    "station",
                                    station.id(),
                                    "GetVariables",
                                    """
                                    {"getVariableData": [{%s}, {%s}, {%s}, {%s}]}
                                    """
                                            .formatted(
                                                    Variables.name(
                                                            "OCPPCommCtrlr", "OfflineThreshold"),
                                                    Variables.name("NoSuchCtrlr", "Interval"),
                                                    Variables.name("OCPPCommCtrlr", "NoSuch"),
                                                    Variables.name(
                                                            "SecurityCtrlr", "BasicAuthPassword")))
                            .at("/response/getVariableResult");
            assertThat(got)
                    .extracting(result -> result.path("attributeStatus").asString())
                    .containsExactly("Accepted", "UnknownComponent", "UnknownVariable", "Rejected");
            assertThat(got.at("/0/attributeValue").asString()).isEqualTo("60");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aValueThatTheStationChangedItselfShowsAsDrifted(OcppVersion version) {
        try (Station station = accepted(version)) {
            Variables.set(station, "OCPPCommCtrlr", "OfflineThreshold", "45");
            station.model().set("OCPPCommCtrlr", "OfflineThreshold", "", "300");

            assertThat(Variables.get(station, "OCPPCommCtrlr", "OfflineThreshold"))
                    .isEqualTo("300");
            assertThat(
                            rest().get(
                                            "station/stations/"
                                                    + station.id()
                                                    + "/variables?drifted=true")
                                    .expect(200)
                                    .path("items"))
                    .singleElement()
                    .matches(v -> v.toString().contains("OfflineThreshold"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B06.FR.05")
    void moreThanTheStationTakesIsNotSent(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("DeviceDataCtrlr", "ItemsPerMessage", "GetVariables", "2"))) {
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));
            String three =
                    IntStream.range(0, 3)
                            .mapToObj(i -> "{" + Variables.name("OCPPCommCtrlr", "V" + i) + "}")
                            .collect(Collectors.joining(","));

            var answer =
                    rest().tryCommand(
                                    "station",
                                    station.id(),
                                    "GetVariables",
                                    "{\"getVariableData\": [" + three + "]}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("B06.FR.05");
            assertThat(station.frames())
                    .noneMatch(frame -> frame.text().contains("GetVariables\",{"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_08: Get Variables - limit to maximum number of values")
    @Requirement({"B06.FR.05", "B06.FR.17"})
    void manyAreReadInAsManyMessagesAsTheStationNeeds(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("DeviceDataCtrlr", "ItemsPerMessage", "GetVariables", "4")
                                .set(
                                        "DeviceDataCtrlr",
                                        "BytesPerMessage",
                                        "GetVariables",
                                        "600"))) {
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));
            String five =
                    """
                    {"component": "DeviceDataCtrlr", "variable": "ItemsPerMessage",
                     "variableInstance": "GetReport"},
                    {"component": "DeviceDataCtrlr", "variable": "ItemsPerMessage",
                     "variableInstance": "GetVariables"},
                    {"component": "EVSE", "evseId": 1, "variable": "NoSuchThing"},
                    {"component": "NoSuchCtrlr", "variable": "AuthorizeRemoteStart"},
                    {"component": "AuthCtrlr", "variable": "AuthorizeRemoteStart"}
                    """;

            var results = Variables.many(station, false, five);

            assertThat(results)
                    .extracting(r -> r.path("status").asString())
                    .containsExactly(
                            "Accepted",
                            "Accepted",
                            "UnknownVariable",
                            "UnknownComponent",
                            "Accepted");
            assertThat(results.at("/1/value").asString()).isEqualTo("4");
            var first = station.expectCall(GetVariablesRequest.class, Duration.ofSeconds(30));
            var second = station.expectCall(GetVariablesRequest.class, Duration.ofSeconds(30));
            assertThat(first.getVariableData()).hasSize(4);
            assertThat(second.getVariableData()).hasSize(1);
        }
    }
}
