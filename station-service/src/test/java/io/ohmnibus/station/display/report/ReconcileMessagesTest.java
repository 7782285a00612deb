/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.DisplayProperties;
import io.ohmnibus.station.display.FakeDisplayMessages;
import io.ohmnibus.station.display.Texts;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class ReconcileMessagesTest {

    private final List<Object> sent = new ArrayList<>();
    private final FakeDisplayMessages messages = new FakeDisplayMessages();
    private final FakeDisplayReports reports = new FakeDisplayReports();
    private final FakeDeviceModel model = new FakeDeviceModel();

    private void boots(RegistrationStatusEnum status, BootReasonEnum reason, boolean wanted) {
        var requests =
                new DisplayRequests(
                        reports,
                        (_, request, options) -> {
                            assertThat(options.waitWhenOffline()).isTrue();
                            sent.add(request);
                            return Mono.just(UUID.randomUUID());
                        });
        var properties = new DisplayProperties(10, Duration.ofMinutes(5), 10, 10, 10, wanted);
        var boot = new StationBooted(status, reason, "Vendor", "M", null, "1", NOW);
        new ReconcileMessages(messages, reports, model, requests, properties)
                .on(new EventMeta("1", KEY, NOW), boot)
                .block();
    }

    private void boots() {
        boots(RegistrationStatusEnum.ACCEPTED, BootReasonEnum.POWER_UP, true);
    }

    @Test
    @Requirement("O01.FR.10")
    void asksWhatIsStillThereAfterABoot() {
        messages.messages.put(1, Texts.message(1));
        boots();
        assertThat(sent).containsExactly(new GetDisplayMessagesRequest(null, 1, null, null, null));
    }

    @Test
    void asksAStationThatHasADisplay() {
        boots();
        assertThat(sent).isEmpty();
        model.with(VariableId.ofController("DisplayMessageCtrlr", "Available", ""), "true");
        boots();
        assertThat(sent).hasSize(1);
        reports.open(KEY, 1, DisplayCriteria.ALL, NOW).block();
        boots();
        assertThat(sent).hasSize(1); // it had none
    }

    @Test
    void doesNotAskWhenThereWasNoBoot() {
        messages.messages.put(1, Texts.message(1));
        boots(RegistrationStatusEnum.PENDING, BootReasonEnum.POWER_UP, true);
        boots(RegistrationStatusEnum.ACCEPTED, BootReasonEnum.TRIGGERED, true);
        boots(RegistrationStatusEnum.ACCEPTED, BootReasonEnum.POWER_UP, false);
        assertThat(sent).isEmpty();
    }
}
