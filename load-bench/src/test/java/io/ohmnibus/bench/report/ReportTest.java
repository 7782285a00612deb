/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.bench.scenario.Names;
import io.ohmnibus.platform.ocpp.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

    private static Result events(double perSecond, double cpu) {
        return new Result(
                Names.TRANSACTION_EVENTS,
                Names.closed(500),
                Map.of(
                        Result.PER_SECOND,
                        perSecond,
                        Result.CPU,
                        cpu,
                        "CPU us gateway",
                        cpu / 2,
                        Result.ALLOCATED,
                        25.5,
                        "kB allocated gateway",
                        12.5),
                0,
                null);
    }

    private static Report report(String commit, Result... results) {
        return new Report(commit, "2026-01-01T00:00:00Z", "a machine", "a way", List.of(results));
    }

    @Test
    void saysWhichGoalsAreMetAndWhichAreNot() {
        String text = Markdown.of(report("abc", events(7000, 300)));

        assertThat(text)
                .contains(
                        "TransactionEvent, 500 stations, closed loop: per second | 7,000 | ≥ 6,000 | met")
                .contains(
                        "TransactionEvent, 500 stations, closed loop: CPU us | 300 | ≤ 200 | **missed**")
                .contains("Authorize, 500 stations, closed loop: per second | not measured")
                .contains("gateway 150")
                .contains("300 | 25.5 | 0 |")
                .contains("gateway 12.5");
    }

    @Test
    void givesItsFigureAsAPartOfTheYardstick() {
        Result echo =
                new Result(
                        Names.WEBSOCKET_ECHO,
                        Names.closed(500),
                        Map.of(Result.PER_SECOND, 40_000.0),
                        0,
                        null);

        assertThat(Markdown.of(report("abc", echo, events(7000, 300))))
                .contains(
                        "TransactionEvents at 18 % of \"Yardstick: WebSocket echo\", wanted 15 %: met");
    }

    @Test
    void comparesTwoReportsThatWereWritten(@TempDir Path folder) {
        report("abc", events(4000, 300)).write(folder.resolve("a.json"));
        report("def", events(6000, 150)).write(folder.resolve("b.json"));

        String text =
                Comparison.of(
                        Report.read(folder.resolve("a.json")),
                        Report.read(folder.resolve("b.json")));

        assertThat(text.lines())
                .anyMatch(line -> line.matches(".*per second +4,000 +6,000 +\\+50%"))
                .anyMatch(line -> line.matches(".*CPU us +300 +150 +-50%"));
    }

    @Test
    void showsWhatAMessageCostsInBothSizes() {
        String text =
                Markdown.of(
                        report(
                                "abc",
                                events(7000, 300),
                                events(6500, 310).in("2 gateways, 2 of each service")));

        assertThat(text)
                .contains("| per second, 1 | n |")
                .contains(
                        "| TransactionEvent | 500 stations, closed loop, on 2 gateways, 2 of each service"
                                + " | 7,000 | 6,500 | 300 | 310 | 25.5 | 25.5 |")
                .contains("500 stations, closed loop: per second | 7,000 | ≥ 6,000 | met");
        assertThat(Markdown.of(report("abc", events(7000, 300))))
                .doesNotContain("with one process of each")
                .doesNotContain("Other figures");
    }

    @Test
    void listsFiguresThatAreNoRate() {
        Result start =
                new Result(
                        Names.START,
                        Names.alone(Service.STATION, true),
                        Map.of(Result.SECONDS, 2.5, Result.MEGABYTES, 210.0),
                        0,
                        null);

        assertThat(Markdown.of(report("abc", start)))
                .contains(
                        "Start, station-service alone, with an AOT cache: seconds | 2.50 | ≤ 3.00 | met")
                .contains(
                        "- Start, station-service alone, with an AOT cache: 210 MB resident, 2.50 seconds");
    }
}
