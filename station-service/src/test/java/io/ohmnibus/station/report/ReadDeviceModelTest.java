/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.PROPERTIES;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.message.GetBaseReportRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.test.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class ReadDeviceModelTest {

    private final List<Object> sent = new ArrayList<>();
    private final FakeReports reports = new FakeReports();
    private final ReadDeviceModel consumer =
            new ReadDeviceModel(
                    reports,
                    new ReportRequests(
                            reports,
                            (_, request, options) -> {
                                assertThat(options.waitWhenOffline()).isTrue();
                                sent.add(request);
                                return Mono.just(UUID.randomUUID());
                            }),
                    PROPERTIES);

    private void boots(RegistrationStatusEnum status, String firmware) {
        StationBooted boot =
                new StationBooted(
                        status, BootReasonEnum.POWER_UP, "Vendor", "M", null, firmware, NOW);
        consumer.on(new EventMeta("1", KEY, NOW), boot).block();
    }

    @Test
    @Requirement("B07.FR.14")
    void asksAtTheFirstBootAndWhenTheFirmwareHasChanged() {
        boots(RegistrationStatusEnum.ACCEPTED, "1.0");
        assertThat(sent)
                .containsExactly(new GetBaseReportRequest(1, ReportBaseEnum.FULL_INVENTORY, null));
        boots(RegistrationStatusEnum.ACCEPTED, "1.0");
        assertThat(sent).hasSize(1);
        boots(RegistrationStatusEnum.ACCEPTED, "1.1");
        assertThat(sent).hasSize(2);
    }

    @Test
    @Requirement({"B02.FR.01", "B03.FR.03"})
    void asksAStationThatIsPendingButNotOneThatIsRejected() {
        boots(RegistrationStatusEnum.REJECTED, "1.0");
        assertThat(sent).isEmpty();
        boots(RegistrationStatusEnum.PENDING, "1.0");
        assertThat(sent).hasSize(1);
    }
}
