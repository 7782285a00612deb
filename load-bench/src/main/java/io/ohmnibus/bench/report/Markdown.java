/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for people. */
public final class Markdown {

    private static final String[] COLUMNS = {
        Result.PER_SECOND,
        Result.P50,
        "p90 ms",
        Result.P99,
        "p99.9 ms",
        Result.MAX,
        Result.CPU,
        Result.ALLOCATED
    };

    private Markdown() {}

    /** The whole report; the picture is {@code picture.svg} beside it. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder(4000);
        text.append("# Load figures\n\n")
                .append(
                        "Commit %s, %s, %s, %s.%n%n"
                                .formatted(
                                        report.commit(),
                                        report.time(),
                                        report.machine(),
                                        report.deployment()))
                .append("![messages per second](picture.svg)\n\n");
        appendResults(text, report);
        appendGoals(text, report);
        appendParts(text, report);
        text.append(Scaling.of(report));
        appendProcesses(text, report);
        return text.toString();
    }

    private static void appendResults(StringBuilder text, Report report) {
        text.append("| what | load | ")
                .append(String.join(" | ", COLUMNS))
                .append(" | errors |\n|---|---|")
                .append("---:|".repeat(COLUMNS.length + 1))
                .append('\n');
        for (Result result : report.results()) {
            if (result.figures().containsKey(Result.PER_SECOND)) {
                text.append("| %s | %s | ".formatted(result.scenario(), result.load()));
                for (String column : COLUMNS) {
                    Double value = result.figures().get(column);
                    text.append(value == null ? "" : number(value)).append(" | ");
                }
                text.append(result.errors()).append(" |\n");
            }
        }
        text.append('\n');
    }

    private static void appendGoals(StringBuilder text, Report report) {
        text.append("| goal | measured | wanted | |\n|---|---:|---:|---|\n");
        for (Goal goal : Goal.ALL) {
            String measured = goal.measured(report).map(Markdown::number).orElse("not measured");
            String verdict =
                    goal.measured(report)
                            .map(value -> goal.isMet(value) ? "met" : "**missed**")
                            .orElse("");
            text.append(
                    "| %s, %s: %s | %s | %s %s | %s |%n"
                            .formatted(
                                    goal.scenario(),
                                    goal.load(),
                                    goal.figure(),
                                    measured,
                                    goal.least() ? "≥" : "≤",
                                    number(goal.value()),
                                    verdict));
        }
        text.append('\n');
    }

    private static void appendParts(StringBuilder text, Report report) {
        for (Goal.Part part : Goal.Part.ALL) {
            part.measured(report)
                    .ifPresent(measured ->
                            text.append(
                                    "- TransactionEvents at %.0f %% of \"%s\", wanted %.0f %%: %s%n"
                                            .formatted(
                                                    measured * 100,
                                                    part.yardstick(),
                                                    part.part() * 100,
                                                    measured >= part.part()
                                                            ? "met"
                                                            : "**missed**")));
        }
    }

    private static void appendProcesses(StringBuilder text, Report report) {
        appendEach(text, report, "CPU microseconds of each process", Result.CPU);
        appendEach(text, report, "Kilobytes that each JVM allocates", Result.ALLOCATED);
        String others =
                report.results().stream()
                        .filter(result -> !result.figures().containsKey(Result.PER_SECOND))
                        .map(result ->
                                "- %s: %s%n".formatted(result.title(), list(result.figures())))
                        .collect(Collectors.joining());
        text.append(others.isEmpty() ? "" : "\nOther figures:\n\n" + others);
    }

    private static String list(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> number(each.getValue()) + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void appendEach(StringBuilder text, Report report, String what, String figure) {
        text.append("%n%s for one message:%n%n".formatted(what));
        for (Result result : report.results()) {
            String parts =
                    result.figures().entrySet().stream()
                            .filter(each -> each.getKey().startsWith(figure + " "))
                            .sorted(Map.Entry.comparingByKey())
                            .map(each ->
                                    each.getKey().substring(figure.length() + 1)
                                            + " "
                                            + number(each.getValue()))
                            .collect(Collectors.joining(", "));
            if (!parts.isEmpty()) {
                text.append("- %s: %s%n".formatted(result.title(), parts));
            }
        }
    }

    static String number(double value) {
        return String.format(
                Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
