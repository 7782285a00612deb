/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.NotifyDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.NotifyDisplayMessagesResponse;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.asked.ReportState;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.FakeDisplayMessages;
import io.ohmnibus.station.display.Texts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NotifyDisplayMessagesHandlerTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final FakeDisplayReports reports = new FakeDisplayReports();
    private final FakeDisplayMessages messages = new FakeDisplayMessages();
    private final NotifyDisplayMessagesHandler handler =
            new NotifyDisplayMessagesHandler(reports, messages);

    private void part(@Nullable Boolean tbc, MessageInfo... named) {
        var request = new NotifyDisplayMessagesRequest(List.of(named), 7, tbc, null);
        assertThat(handler.handle(STATION, request).block())
                .isEqualTo(NotifyDisplayMessagesResponse.EMPTY);
    }

    private ReportState state(Duration later) {
        DisplayReport report = reports.reports.get(7);
        assertThat(report).isNotNull();
        return report.state(NOW.plus(later), LIMIT);
    }

    @Test
    @Requirement({"O03.FR.02", "O03.FR.03", "O03.FR.04", "O04.FR.04", "O04.FR.05"})
    void theLastPartMakesTheReportComplete() {
        reports.open(KEY, 7, DisplayCriteria.ALL, NOW).block();
        assertThat(state(Duration.ZERO)).isEqualTo(ReportState.REQUESTED);
        part(true, Texts.message(1), Texts.message(2));
        part(true, Texts.message(2));
        assertThat(state(Duration.ZERO)).isEqualTo(ReportState.OPEN);
        assertThat(messages.forgotten).isEmpty();
        part(null, Texts.message(3));
        assertThat(state(Duration.ofDays(1))).isEqualTo(ReportState.COMPLETE);
        assertThat(messages.messages).containsOnlyKeys(1, 2, 3);
        assertThat(messages.forgotten).containsExactly(DisplayCriteria.ALL);
    }

    @Test // A32
    void whatNobodyAskedForIsTakenButMakesNothingForgotten() {
        part(false, Texts.message(1));
        assertThat(messages.messages).containsOnlyKeys(1);
        assertThat(messages.forgotten).isEmpty();
    }

    @Test // A40
    void aReportThatNeverEndsIsPartialAndMakesNothingForgotten() {
        reports.open(KEY, 7, DisplayCriteria.ALL, NOW).block();
        reports.maxParts = 2;
        for (int id = 0; id < 5; id++) {
            part(true, Texts.message(id));
        }
        part(false, Texts.message(9));
        assertThat(state(Duration.ZERO)).isEqualTo(ReportState.PARTIAL);
        assertThat(messages.messages).containsOnlyKeys(0, 1);
        assertThat(messages.forgotten).isEmpty();
    }

    @Test
    void aReportThatStopsInTheMiddleIsPartial() {
        reports.open(KEY, 7, DisplayCriteria.ALL, NOW).block();
        part(true);
        assertThat(state(LIMIT)).isEqualTo(ReportState.OPEN);
        assertThat(state(LIMIT.plusSeconds(1))).isEqualTo(ReportState.PARTIAL);
    }
}
