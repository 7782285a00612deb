/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One crash test.
 *
 * @param run what was asked for and where: seed, stations, seconds, commit, machine
 * @param blows in order
 * @param figures that only inform
 * @param mustBeZero what would be a fault, and how often it was found
 * @param faults the first of each kind
 */
record CrashReport(
        Map<String, String> run,
        List<Blow> blows,
        Map<String, Long> figures,
        Map<String, Long> mustBeZero,
        Map<String, List<String>> faults) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    boolean passed() {
        return mustBeZero.values().stream().allMatch(count -> count == 0);
    }

    /** The raw numbers. */
    void write(Path file) {
        JSON.writeValue(file, this);
    }

    /** The report for people. */
    String markdown() {
        StringBuilder text = new StringBuilder(4000);
        text.append("# Crash test: ").append(passed() ? "passed" : "FAILED").append("\n\n");
        table(text, "run", run);
        table(text, "must be 0", mustBeZero);
        table(text, "figures", figures);
        text.append("| blows | times | down, longest s | ready again, longest s |\n")
                .append("|---|---:|---:|---:|\n");
        blows.stream()
                .flatMap(blow -> blow.victims().stream())
                .sorted()
                .distinct()
                .forEach(victim -> text.append(line(victim)));
        faults.forEach((name, found) -> {
            text.append("\n## ").append(name).append("\n\n");
            found.forEach(what -> text.append("- ").append(what).append('\n'));
        });
        return text.toString();
    }

    private String line(String victim) {
        List<Blow> its = blows.stream().filter(blow -> blow.victims().contains(victim)).toList();
        return "| kill -9 %s | %d | %.1f | %.1f |%n"
                .formatted(
                        victim,
                        its.size(),
                        its.stream().mapToLong(Blow::downMillis).max().orElse(0) / 1000.0,
                        its.stream().mapToLong(Blow::readyMillis).max().orElse(0) / 1000.0);
    }

    private static void table(StringBuilder text, String title, Map<String, ?> values) {
        text.append("| ").append(title).append(" | |\n|---|---:|\n");
        text.append(
                values.entrySet().stream()
                        .map(entry -> "| %s | %s |%n".formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining()));
        text.append('\n');
    }
}
