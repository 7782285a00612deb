/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.util.List;
import java.util.Locale;

/** Messages per second as bars on a logarithmic scale, as SVG. */
public final class Picture {

    private static final int LABELS = 360;
    private static final int BARS = 480;
    private static final int ROW = 22;
    private static final double DECADES = 6;

    private Picture() {}

    /** A bar for every result that has a rate. */
    public static String of(Report report) {
        List<Result> results =
                report.results().stream()
                        .filter(result -> result.figures().containsKey(Result.PER_SECOND))
                        .toList();
        StringBuilder svg =
                new StringBuilder(4000)
                        .append(
                                """
                                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d"\
                                font-family="sans-serif" font-size="12">
                                <rect width="100%%" height="100%%" fill="#fff"/>
                                """
                                        .formatted(LABELS + BARS + 90, (results.size() + 1) * ROW));
        for (int i = 0; i < results.size(); i++) {
            append(svg, results.get(i), i * ROW + ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void append(StringBuilder svg, Result result, int y) {
        double rate = result.figures().getOrDefault(Result.PER_SECOND, 0.0);
        double width = Math.max(1, Math.log10(Math.max(1, rate)) / DECADES * BARS);
        boolean yardstick = result.scenario().startsWith("Yardstick");
        svg.append(
                String.format(
                        Locale.ROOT,
                        """
                        <text x="%d" y="%d" text-anchor="end">%s</text>\
                        <rect x="%d" y="%d" width="%.0f" height="14" fill="%s"/>\
                        <text x="%.0f" y="%d">%,.0f/s</text>
                        """,
                        LABELS - 8,
                        y,
                        result.title(),
                        LABELS,
                        y - 11,
                        width,
                        yardstick ? "#999" : "#0a7",
                        LABELS + width + 6,
                        y,
                        rate));
    }
}
