/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.StationProperties;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.asked.ReportState;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresReportsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final Reports reports;

    PostgresReportsIT(TestDatabase database) {
        StationProperties properties =
                new StationProperties(
                        new StationProperties.Boot(Duration.ofMinutes(5), Duration.ofMinutes(1)),
                        new StationProperties.Reports(LIMIT, 3, 2, 100, true));
        reports =
                new PostgresReports(
                        ServiceDatabase.migrate(database, Service.STATION).client(),
                        properties,
                        Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ReportPart part(int seqNo, boolean last) {
        return new ReportPart(seqNo, last, 5, NOW, NOW);
    }

    @Test
    void partsComeInAnyOrderAndTwice() {
        assertThat(reports.nextRequestId().block()).isPositive();
        assertThat(reports.open(STATION, 7, "FullInventory", NOW).block()).isTrue();
        assertThat(reports.open(STATION, 7, "FullInventory", NOW).block()).isFalse();
        reports.answered(STATION, 7, new CommandOutcome("Accepted", null)).block();
        for (int seqNo : new int[] {2, 0, 0}) {
            assertThat(reports.add(STATION, 7, part(seqNo, seqNo == 2)).block()).isTrue();
        }
        Report open = reports.find(STATION, 7).block();
        assertThat(open).isNotNull();
        assertThat(open.state(NOW, LIMIT)).isEqualTo(ReportState.OPEN);
        assertThat(open.assembly().missing()).containsExactly(new ReportAssembly.Range(1, 1));

        reports.add(STATION, 7, part(1, false)).block();
        Report complete = reports.find(STATION, 7).block();
        assertThat(complete).isNotNull();
        assertThat(complete.state(NOW, LIMIT)).isEqualTo(ReportState.COMPLETE);
        assertThat(complete.variables()).isEqualTo(15);
    }

    @Test
    @Requirement("B07.FR.14")
    void theNewestInventoryTellsWhatHardwareItIsOf() {
        StationKey station = new StationKey("default", "CS-3");
        assertThat(reports.hasInventoryOf(station, "one").block()).isFalse();
        Instant now = NOW;
        reports.open(station, 1, "FullInventory", now).block();
        reports.inventoryOf(station, 1, "one").block();
        assertThat(reports.hasInventoryOf(station, "one").block()).isTrue();

        reports.open(station, 2, "FullInventory", now.plusSeconds(1)).block();
        reports.inventoryOf(station, 2, "two").block();
        assertThat(reports.hasInventoryOf(station, "one").block()).isFalse();
        assertThat(reports.hasInventoryOf(station, "two").block()).isTrue();

        reports.answered(station, 2, new CommandOutcome("TimedOut", null)).block();
        assertThat(reports.hasInventoryOf(station, "two").block()).isFalse();

        StationKey silent = new StationKey("default", "CS-6");
        Instant longAgo = now.minus(Duration.ofHours(1)); // and its parts never came
        reports.open(silent, 1, "FullInventory", longAgo).block();
        reports.inventoryOf(silent, 1, "one").block();
        assertThat(reports.hasInventoryOf(silent, "one").block()).isFalse();
    }

    @Test // A40
    void whatNobodyAskedForIsMarkedAndBounded() {
        StationKey station = new StationKey("default", "CS-2");
        for (int request = 0; request < 4; request++) {
            Instant at = NOW.plusSeconds(request);
            reports.add(station, request, new ReportPart(0, false, 1, at, at)).block();
        }
        assertThat(reports.list(station, null, 10).map(Report::requestId).collectList().block())
                .containsExactly(3, 2);
        assertThat(
                        reports.list(station, new ReportPlace(NOW.plusSeconds(3), 3), 10)
                                .map(Report::requestId)
                                .collectList()
                                .block())
                .containsExactly(2);
        for (int seqNo = 1; seqNo < 6; seqNo++) {
            assertThat(reports.add(station, 3, part(seqNo, false)).block()).isEqualTo(seqNo < 3);
        }
        Report report = reports.find(station, 3).block();
        assertThat(report).isNotNull();
        assertThat(report.discardedParts()).isEqualTo(3);
        assertThat(report.reportBase()).isNull();
        assertThat(report.solicited()).isFalse();
    }

    @Test // A40
    void theLargestNumberAndManyGapsDoNoHarm() {
        StationKey station = new StationKey("default", "CS-4");
        for (int seqNo : new int[] {Integer.MAX_VALUE, 0, 7}) {
            reports.add(station, 1, part(seqNo, false)).block();
        }
        Report report = reports.find(station, 1).block();
        assertThat(report).isNotNull();
        assertThat(report.assembly().missing())
                .containsExactly(
                        new ReportAssembly.Range(1, 6),
                        new ReportAssembly.Range(8, Integer.MAX_VALUE - 1));
        assertThat(report.assembly().parts()).isEqualTo(3);
    }

    @Test
    @Requirement("B08.FR.15")
    void aCustomReportMayHaveNothingToTell() {
        StationKey station = new StationKey("default", "CS-5");
        String selection = "{\"componentCriteria\":[\"Problem\"]}";
        assertThat(reports.openCustom(station, 1, selection, NOW).block()).isTrue();
        assertThat(reports.openCustom(station, 1, selection, NOW).block()).isFalse();
        reports.answered(station, 1, new CommandOutcome("EmptyResultSet", null)).block();
        Report report = reports.find(station, 1).block();
        assertThat(report).isNotNull();
        assertThat(report.solicited()).isTrue();
        assertThat(report.selection()).isEqualTo(selection);
        assertThat(report.state(NOW, LIMIT)).isEqualTo(ReportState.COMPLETE);
    }
}
