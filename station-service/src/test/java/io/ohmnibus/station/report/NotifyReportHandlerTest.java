/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.NotifyReportRequest;
import io.ohmnibus.ocpp.message.NotifyReportResponse;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.ocpp.type.VariableAttribute;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import io.ohmnibus.station.fixture.FakeTopology;
import io.ohmnibus.station.topology.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NotifyReportHandlerTest {

    private final FakeReports reports = new FakeReports();
    private final FakeDeviceModel model = new FakeDeviceModel();
    private final FakeTopology topology = new FakeTopology();
    private final NotifyReportHandler handler = new NotifyReportHandler(reports, model, topology);

    private static final ReportData DATA =
            new ReportData(
                    new Component(new EVSE(1, 2, null), "Connector", null, null),
                    new Variable("AvailabilityState", null, null),
                    List.of(new VariableAttribute(null, "Available", null, null, null, null)),
                    null,
                    null);

    private void send(@Nullable List<ReportData> data, @Nullable Boolean tbc) {
        assertThat(
                        handler.handle(STATION, new NotifyReportRequest(9, NOW, data, tbc, 0, null))
                                .block())
                .isEqualTo(NotifyReportResponse.EMPTY);
    }

    @Test
    @Requirement("B07.FR.03")
    void takesAPartIntoTheDeviceModelAndLearnsTheConnectors() {
        send(List.of(DATA), true);
        assertThat(model.reported).containsExactly(DATA);
        assertThat(topology.places).containsExactly(new Place(1, 2));
        assertThat(reports.parts).containsExactly(new ReportPart(0, false, 1, NOW, NOW));
    }

    @Test
    void aPartWithoutTbcIsTheLast() {
        send(null, null);
        assertThat(reports.parts).containsExactly(new ReportPart(0, true, 0, NOW, NOW));
    }

    @Test
    void aCompleteInventoryLetsWhatItDoesNotNameBeForgotten() {
        reports.open(KEY, 9, "FullInventory", NOW).block();
        send(List.of(DATA), true);
        assertThat(model.forgottenBefore).isEmpty();
        handler.handle(STATION, new NotifyReportRequest(9, NOW, List.of(DATA), false, 1, null))
                .block();
        assertThat(model.forgottenBefore).containsExactly(NOW);
    }

    @Test
    void anyOtherReportLetsNothingBeForgotten() {
        reports.open(KEY, 9, "ConfigurationInventory", NOW).block();
        send(List.of(DATA), false);
        assertThat(model.forgottenBefore).isEmpty();
    }

    @Test // A40
    void answersButDoesNotTakeWhatIsTooMuch() {
        reports.full = true;
        send(List.of(DATA), true);
        assertThat(model.reported).isEmpty();
    }
}
