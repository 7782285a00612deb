/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetBaseReportResponse;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.MutabilityEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.ocpp.type.VariableAttribute;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code GetBaseReportCommand} asks, {@code NotifyReportHandler} takes the parts as they come,
 * {@code ReadDeviceModel} asks by itself when the device model may have changed.
 */
@UseCase("B07")
class B07GetBaseReportScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_13: Get Base Report - FullInventory")
    @Requirement({"B07.FR.01", "B07.FR.03", "B07.FR.08", "B07.FR.10"})
    void aReportInManyPartsFillsTheDeviceModel(OcppVersion version) {
        try (Station station = accepted(station(version).reportLinesPerMessage(5))) {
            int report = Reports.ask(station, "FullInventory");
            Reports.awaitComplete(station, report);

            var shown = Reports.get(station, report);
            assertThat(shown.path("parts").asInt()).isGreaterThan(10);
            assertThat(shown.path("missing")).isEmpty();
            assertThat(Variables.known(station, "TxCtrlr", "TxStartPoint").toString())
                    .contains("EVConnected,Authorized")
                    .contains("MemberList")
                    .contains("ReadWrite");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B07.FR.14")
    void theFirstBootAndChangedFirmwareLetTheDeviceModelBeRead(OcppVersion version) {
        try (Station station = accepted(version)) {
            awaitInventories(station, 1);
            rest().eventually(
                            "station/stations/" + station.id() + "/variables?component=TxCtrlr",
                            found -> assertThat(found.path("items")).isNotEmpty());

            station.call(Boots.withFirmware("0.1.0")); // the same as before
            station.call(Boots.withFirmware("0.2.0"));
            awaitInventories(station, 2);
        }
    }

    private static void awaitInventories(Station station, int count) {
        rest().eventually(
                        "station/stations/" + station.id() + "/reports",
                        found ->
                                assertThat(found.path("items"))
                                        .hasSize(count)
                                        .allMatch(
                                                r -> r.path("state").asString().equals("Complete"))
                                        .allMatch(r ->
                                                r.path("reportBase")
                                                        .asString()
                                                        .equals("FullInventory")));
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_12: Get Base Report - ConfigurationInventory")
    @Requirement("B07.FR.04")
    void partsComeInAnyOrderAndTwice(OcppVersion version) {
        try (Station station = accepted(version)) {
            awaitInventories(station, 1);
            station.onCall(
                    GetBaseReportRequest.class,
                    _ ->
                            new GetBaseReportResponse(
                                    GenericDeviceModelStatusEnum.ACCEPTED, null, null));
            int report = Reports.ask(station, "ConfigurationInventory");

            part(station, report, 2, false);
            part(station, report, 0, true);
            part(station, report, 0, true);
            assertThat(Reports.get(station, report).path("state").asString()).isEqualTo("Open");
            assertThat(Reports.get(station, report).at("/missing/0/from").asInt()).isEqualTo(1);

            part(station, report, 1, true);

            var shown = Reports.get(station, report);
            assertThat(shown.path("state").asString()).isEqualTo("Complete");
            assertThat(shown.path("parts").asInt()).isEqualTo(3);
            for (int seqNo = 0; seqNo < 3; seqNo++) {
                assertThat(Variables.known(station, "Part" + seqNo, "Value")).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B07.FR.02")
    void aReportThatTheStationDoesNotHaveIsShownAsRefused(OcppVersion version) {
        try (Station station = accepted(version)) {
            awaitInventories(station, 1);
            station.onCall(
                    GetBaseReportRequest.class,
                    _ ->
                            new GetBaseReportResponse(
                                    GenericDeviceModelStatusEnum.NOT_SUPPORTED, null, null));
            int report = Reports.ask(station, "SummaryInventory");

            rest().eventually(
                            Reports.path(station, report),
                            shown -> {
                                assertThat(shown.path("state").asString()).isEqualTo("Refused");
                                assertThat(shown.path("outcome").asString())
                                        .isEqualTo("NotSupported");
                            });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatACompleteInventoryNoLongerNamesIsForgotten(OcppVersion version) {
        try (Station station = accepted(version)) {
            awaitInventories(station, 1);
            part(station, 900_001, 0, false); // names Part0, which the inventory does not know
            assertThat(Variables.known(station, "Part0", "Value")).hasSize(1);

            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));

            assertThat(Variables.known(station, "Part0", "Value")).isEmpty();
            assertThat(Variables.known(station, "TxCtrlr", "TxStartPoint")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_14: Get Base Report - SummaryInventory")
    @Requirement("B07.FR.09")
    void aSummaryTellsWhetherTheStationCanBeUsed(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            int report = Reports.ask(station, "SummaryInventory");
            Reports.awaitComplete(station, report);
            assertThat(Reports.get(station, report).path("variables").asInt()).isPositive();
            assertThat(Variables.known(station, "EVSE", "AvailabilityState")).hasSize(2);
        }
    }

    private static void part(Station station, int report, int seqNo, boolean toBeContinued) {
        var line =
                new ReportData(
                        new Component(null, "Part" + seqNo, null, null),
                        new Variable("Value", null, null),
                        List.of(
                                new VariableAttribute(
                                        AttributeEnum.ACTUAL,
                                        "1",
                                        MutabilityEnum.READ_ONLY,
                                        null,
                                        null,
                                        null)),
                        null,
                        null);
        station.call(
                new NotifyReportRequest(
                        report, station.now(), List.of(line), toBeContinued, seqNo, null));
    }
}
