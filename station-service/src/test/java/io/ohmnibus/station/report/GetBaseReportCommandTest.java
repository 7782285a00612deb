/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.message.GetBaseReportResponse;
import io.ohmnibus.ocpp.type.GenericDeviceModelStatusEnum;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.store.CommandOutcome;
import org.junit.jupiter.api.Test;

final class GetBaseReportCommandTest {

    private static final GetBaseReportRequest REQUEST =
            new GetBaseReportRequest(7, ReportBaseEnum.FULL_INVENTORY, null);

    private final FakeReports reports = new FakeReports();
    private final GetBaseReportCommand command = new GetBaseReportCommand(reports, CLOCK);

    @Test
    @Requirement("B07.FR.04")
    void refusesARequestIdThatAReportHas() {
        assertThat(command.prepare(KEY, REQUEST).block()).isEqualTo(REQUEST);
        assertThatThrownBy(() -> command.prepare(KEY, REQUEST).block())
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    @Requirement("B07.FR.02")
    void remembersThatTheStationWillNotReport() {
        GetBaseReportResponse no =
                new GetBaseReportResponse(GenericDeviceModelStatusEnum.NOT_SUPPORTED, null, null);
        command.completed(KEY, REQUEST, new Outcome.Answered<>(no)).block();
        assertThat(reports.outcomes).containsEntry(7, new CommandOutcome("NotSupported", null));
    }
}
