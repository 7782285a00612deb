/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.display.DisplayProperties;
import io.ohmnibus.station.display.report.DisplayReports.Part;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresDisplayReportsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final DisplayReports reports;

    PostgresDisplayReportsIT(TestDatabase database) {
        reports =
                new PostgresDisplayReports(
                        ServiceDatabase.migrate(database, Service.STATION).client(),
                        new DisplayProperties(5, Duration.ofMinutes(5), 3, 4, 2, true));
    }

    private DisplayReport add(StationKey station, int requestId, Part part) {
        return Objects.requireNonNull(reports.add(station, requestId, part).block());
    }

    private List<Integer> ids(StationKey station) {
        return Objects.requireNonNull(
                reports.list(station, null, 10)
                        .map(DisplayReport::requestId)
                        .collectList()
                        .block());
    }

    @Test
    void countsThePartsOfAReport() {
        StationKey station = new StationKey("default", "CS-1");
        assertThat(reports.nextRequestId().block()).isPositive();
        DisplayCriteria criteria =
                new DisplayCriteria(
                        List.of(1, 2), MessagePriorityEnum.IN_FRONT, MessageStateEnum.IDLE);
        assertThat(reports.open(station, 7, criteria, NOW).block()).isTrue();
        assertThat(reports.open(station, 7, criteria, NOW).block()).isFalse();
        add(station, 7, new Part(2, false, NOW));
        DisplayReport ended = add(station, 7, new Part(1, true, NOW.plusSeconds(1)));
        assertThat(ended.criteria()).isEqualTo(criteria);
        assertThat(ended.complete()).isTrue();
        assertThat(ended.received())
                .isEqualTo(new DisplayReport.Received(2, 3, 0, true, NOW.plusSeconds(1)));
        DisplayReport answered =
                reports.answered(station, 7, new CommandOutcome("Accepted", "x")).block();
        assertThat(answered).isNotNull();
        assertThat(answered.outcome()).isEqualTo("Accepted");
        assertThat(reports.find(station, 7).block()).isEqualTo(answered);
        assertThat(reports.answered(station, 8, new CommandOutcome("Accepted", null)).block())
                .isNull();
    }

    @Test // A40
    void boundsWhatAStationCanSend() {
        StationKey station = new StationKey("default", "CS-2");
        for (int part = 0; part < 5; part++) {
            add(station, 1, new Part(1, false, NOW));
        }
        DisplayReport report = add(station, 1, new Part(1, true, NOW));
        assertThat(report.received()).isEqualTo(new DisplayReport.Received(3, 3, 3, false, NOW));
        assertThat(report.complete()).isFalse();
        add(station, 2, new Part(1, true, NOW.plusSeconds(2)));
        add(station, 3, new Part(1, true, NOW.plusSeconds(3)));
        assertThat(ids(station)).containsExactly(3, 2);
    }

    @Test
    void keepsTheNewestReports() {
        StationKey station = new StationKey("default", "CS-3");
        for (int request = 1; request <= 6; request++) {
            reports.open(station, request, DisplayCriteria.ALL, NOW.plusSeconds(request)).block();
        }
        assertThat(ids(station)).containsExactly(6, 5, 4, 3);
        var before = new ReportPlace(NOW.plusSeconds(5), 5);
        assertThat(reports.list(station, before, 1).map(DisplayReport::requestId).blockFirst())
                .isEqualTo(4);
    }
}
