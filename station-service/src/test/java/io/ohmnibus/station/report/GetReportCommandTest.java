/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.GetReportRequest;
import io.ohmnibus.ocpp.message.GetReportResponse;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.ComponentCriterionEnum;
import io.ohmnibus.ocpp.type.ComponentVariable;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import io.ohmnibus.station.store.CommandOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GetReportCommandTest {

    private static final GetReportRequest REQUEST =
            new GetReportRequest(
                    List.of(variables("EVSE"), variables("Connector")),
                    7,
                    List.of(ComponentCriterionEnum.AVAILABLE),
                    null);

    private final FakeReports reports = new FakeReports();
    private final FakeDeviceModel model = new FakeDeviceModel();
    private final GetReportCommand command =
            new GetReportCommand(reports, new MessageLimits(model), CLOCK);

    private static ComponentVariable variables(String component) {
        return new ComponentVariable(new Component(null, component, null, null), null, null);
    }

    private void limit(String variable, String value) {
        model.with(VariableId.ofController("DeviceDataCtrlr", variable, "GetReport"), value);
    }

    private void refuses(String requirement) {
        assertThatThrownBy(() -> command.prepare(KEY, REQUEST).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.requirement()).isEqualTo(requirement));
    }

    @Test
    @Requirement("B08.FR.05")
    void remembersWhatTheReportIsLimitedTo() {
        assertThat(command.prepare(KEY, REQUEST).block()).isEqualTo(REQUEST);
        assertThat(reports.selections.get(7))
                .contains("\"componentCriteria\":[\"Available\"]", "\"Connector\"")
                .doesNotContain("requestId");
    }

    @Test
    @Requirement("B08.FR.04")
    void refusesARequestIdThatAReportHas() {
        command.prepare(KEY, REQUEST).block();
        refuses("B08.FR.04");
    }

    @Test
    @Requirement("B08.FR.06")
    void refusesMoreVariablesThanTheStationTakes() {
        limit("ItemsPerMessage", "1");
        refuses("B08.FR.06");
        assertThat(reports.selections).isEmpty();
    }

    @Test
    @Requirement("B08.FR.18")
    void refusesMoreBytesThanTheStationTakes() {
        limit("BytesPerMessage", "100");
        refuses("B08.FR.18");
        limit("BytesPerMessage", "500");
        assertThat(command.prepare(KEY, REQUEST).block()).isEqualTo(REQUEST);
    }

    @Test
    @Requirement({"B08.FR.02", "B08.FR.16"})
    void remembersThatTheStationWillNotReport() {
        GetReportResponse no =
                new GetReportResponse(GenericDeviceModelStatusEnum.REJECTED, null, null);
        command.completed(KEY, REQUEST, new Outcome.Answered<>(no)).block();
        assertThat(reports.outcomes).containsEntry(7, new CommandOutcome("Rejected", null));
    }
}
