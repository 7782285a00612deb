/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.GetReportResponse;
import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.ocpp.type.VariableAttribute;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code GetReportCommand} asks for some components, {@code NotifyReportHandler} takes the parts.
 */
@UseCase("B08")
class B08GetCustomReportScenario {

    private static final String EVSE_1_STATE =
            """
            "componentVariable": [{"component": {"name": "EVSE", "evse": {"id": 1}},
                                   "variable": {"name": "AvailabilityState"}}]
            """;

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_18: custom report with componentCriteria and component/variables")
    @Requirement({"B08.FR.01", "B08.FR.03", "B08.FR.15"})
    void whatIsReportedMeetsCriteriaAndNames(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            int none = ask(station, "{\"componentCriteria\": [\"Problem\"], " + EVSE_1_STATE + "}");
            JsonNode empty = complete(station, none);
            assertThat(empty.path("outcome").asString()).isEqualTo("EmptyResultSet");
            assertThat(empty.path("parts").asInt()).isZero();

            int one =
                    ask(station, "{\"componentCriteria\": [\"Available\"], " + EVSE_1_STATE + "}");
            JsonNode found = complete(station, one);

            assertThat(found.path("outcome").asString()).isEqualTo("Accepted");
            assertThat(found.path("variables").asInt()).isEqualTo(1);
            assertThat(found.at("/selection/componentCriteria/0").asString())
                    .isEqualTo("Available");
            var asked = station.expectCall(GetReportRequest.class, Duration.ofSeconds(30));
            assertThat(asked.componentVariable()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B08.FR.11", "B08.FR.14", "B08.FR.20", "B08.FR.23"})
    void aComponentWithoutMoreMeansAllItsVariablesOnAllEvses(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2).reportLinesPerMessage(2))) {
            int report =
                    ask(
                            station,
                            "{\"componentVariable\": [{\"component\": {\"name\": \"EVSE\"}}]}");

            JsonNode shown = complete(station, report);

            assertThat(shown.path("parts").asInt()).isGreaterThan(1);
            assertThat(Variables.known(station, "EVSE", "AllowReset")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B08.FR.02", "B08.FR.16"})
    void whatTheStationCannotReportIsShownAsRefused(OcppVersion version) {
        try (Station station = accepted(version)) {
            for (var status :
                    List.of(
                            GenericDeviceModelStatusEnum.NOT_SUPPORTED,
                            GenericDeviceModelStatusEnum.REJECTED)) {
                station.onCall(
                        GetReportRequest.class, _ -> new GetReportResponse(status, null, null));
                int report = ask(station, "{\"componentCriteria\": [\"Active\"]}");
                rest().eventually(
                                Reports.path(station, report),
                                shown -> {
                                    assertThat(shown.path("state").asString()).isEqualTo("Refused");
                                    assertThat(shown.path("outcome").asString())
                                            .isEqualTo(status.wireName());
                                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B08.FR.04", "B08.FR.06", "B08.FR.18"})
    void whatBreaksARuleIsNotSent(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("DeviceDataCtrlr", "ItemsPerMessage", "GetReport", "1")
                                .set("DeviceDataCtrlr", "BytesPerMessage", "GetReport", "200"))) {
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));
            String item = "{\"component\": {\"name\": \"EVSE\"}}";

            refused(station, "[" + item + "," + item + "]", 900, "B08.FR.06");
            String longOne =
                    item.replace("EVSE", "Component".repeat(5))
                            .replace(
                                    "}}",
                                    """
                                    }, "variable": {"name": "%s", "instance": "%s"}}\
                                    """
                                            .formatted("Variable".repeat(6), "Instance".repeat(6)));
            refused(station, "[" + longOne + "]", 901, "B08.FR.18");
            command(station, "[" + item + "]", 902).expect(200);
            refused(station, "[" + item + "]", 902, "B08.FR.04");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class) // A40
    void aReportThatNeverEndsIsBoundedAndMarked(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    GetReportRequest.class,
                    _ -> new GetReportResponse(GenericDeviceModelStatusEnum.ACCEPTED, null, null));
            int report = ask(station, "{\"componentCriteria\": [\"Active\"]}");

            for (int seqNo : new int[] {0, 1, 1, 5, 2_000_000_000}) {
                part(station, report, seqNo);
            }

            JsonNode shown = Reports.get(station, report);
            assertThat(shown.path("state").asString()).isEqualTo("Open");
            assertThat(shown.path("parts").asInt()).isEqualTo(4);
            assertThat(shown.path("variables").asInt()).isEqualTo(4);
            assertThat(shown.path("missing").toString())
                    .isEqualTo("[{\"from\":2,\"to\":4},{\"from\":6,\"to\":1999999999}]");
        }
    }

    private static void part(Station station, int report, int seqNo) {
        var line =
                new ReportData(
                        new Component(null, "Part", null, null),
                        new Variable("Value" + seqNo, null, null),
                        List.of(new VariableAttribute(null, "1", null, null, null, null)),
                        null,
                        null);
        station.call(
                new NotifyReportRequest(report, station.now(), List.of(line), true, seqNo, null));
    }

    private static int ask(Station station, String body) {
        return rest().post("station/stations/" + station.id() + "/reports", body)
                .expect(202)
                .path("requestId")
                .asInt();
    }

    private static JsonNode complete(Station station, int report) {
        Reports.awaitComplete(station, report);
        return Reports.get(station, report);
    }

    private static Rest.Answer command(Station station, String variables, int requestId) {
        return rest().tryCommand(
                        "station",
                        station.id(),
                        "GetReport",
                        "{\"requestId\": %d, \"componentVariable\": %s}"
                                .formatted(requestId, variables));
    }

    private static void refused(
            Station station, String variables, int requestId, String requirement) {
        var answer = command(station, variables, requestId);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(requirement);
    }
}
