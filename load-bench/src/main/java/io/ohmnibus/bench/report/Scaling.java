/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.util.Optional;

/** Whether a message costs the same when several processes share the work. */
final class Scaling {

    private static final String HEAD =
            """

            What a message costs with one process of each (1), and with several (n):

            | what | load | per second, 1 | n | CPU us, 1 | n | kB allocated, 1 | n |
            |---|---|---:|---:|---:|---:|---:|---:|
            """;

    private Scaling() {}

    /** A line for every result in both sizes; nothing when there is one size only. */
    static String of(Report report) {
        StringBuilder lines = new StringBuilder();
        for (Result several : report.results()) {
            one(report, several).ifPresent(one -> lines.append(line(one, several)));
        }
        return lines.isEmpty() ? "" : HEAD + lines;
    }

    /** The same load on one process of each. */
    private static Optional<Result> one(Report report, Result several) {
        return report.results().stream()
                .filter(one ->
                        !one.load().equals(several.load())
                                && several.load().startsWith(one.load() + Result.IN_SIZE))
                .findFirst()
                .flatMap(one -> report.find(several.scenario(), one.load()));
    }

    private static String line(Result one, Result several) {
        StringBuilder line =
                new StringBuilder("| %s | %s |".formatted(several.scenario(), several.load()));
        for (String figure : new String[] {Result.PER_SECOND, Result.CPU, Result.ALLOCATED}) {
            line.append(" %s | %s |".formatted(number(one, figure), number(several, figure)));
        }
        return line.append('\n').toString();
    }

    private static String number(Result result, String figure) {
        Double value = result.figures().get(figure);
        return value == null ? "" : Markdown.number(value);
    }
}
