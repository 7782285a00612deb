/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.GetDisplayMessagesResponse;
import io.ohmnibus.ocpp.type.GetDisplayMessagesStatusEnum;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.FakeDisplayMessages;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GetDisplayMessagesCommandTest {

    private static final GetDisplayMessagesRequest SOME =
            new GetDisplayMessagesRequest(List.of(1), 7, MessagePriorityEnum.IN_FRONT, null, null);

    private final FakeDisplayReports reports = new FakeDisplayReports();
    private final FakeDisplayMessages messages = new FakeDisplayMessages();
    private final GetDisplayMessagesCommand command =
            new GetDisplayMessagesCommand(reports, messages, new FakeDeviceModel(), CLOCK);

    private void answered(GetDisplayMessagesStatusEnum status) {
        command.completed(
                        KEY,
                        SOME,
                        new Outcome.Answered<>(new GetDisplayMessagesResponse(status, null, null)))
                .block();
    }

    @Test
    @Requirement("O03.FR.05")
    void refusesARequestIdThatAReportHas() {
        assertThat(command.prepare(KEY, SOME).block()).isEqualTo(SOME);
        assertThatThrownBy(() -> command.prepare(KEY, SOME).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo("O03.FR.05"));
    }

    @Test
    @Requirement({"O03.FR.06", "O04.FR.02", "O04.FR.07"})
    void whatTheStationDoesNotKnowIsForgotten() {
        command.prepare(KEY, SOME).block();
        answered(GetDisplayMessagesStatusEnum.UNKNOWN);
        assertThat(messages.forgotten).containsExactly(DisplayCriteria.of(SOME));
    }

    @Test
    @Requirement({"O03.FR.01", "O04.FR.01"})
    void whatIsPromisedIsAwaited() {
        command.prepare(KEY, SOME).block();
        answered(GetDisplayMessagesStatusEnum.ACCEPTED);
        assertThat(messages.forgotten).isEmpty();
        assertThat(reports.reports.get(7)).isNotNull();
        assertThat(reports.reports.get(7).outcome()).isEqualTo("Accepted");
    }

    @Test
    void withoutAnAnswerNothingIsForgotten() {
        command.prepare(KEY, SOME).block();
        command.completed(KEY, SOME, new Outcome.Offline<>()).block();
        assertThat(messages.forgotten).isEmpty();
    }
}
