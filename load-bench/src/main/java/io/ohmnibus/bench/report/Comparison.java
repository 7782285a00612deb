/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.util.Locale;

/** Two reports side by side. */
public final class Comparison {

    private static final String[] FIGURES = {
        Result.PER_SECOND,
        Result.P50,
        Result.P99,
        Result.CPU,
        Result.ALLOCATED,
        Result.SECONDS,
        Result.KILOBYTES,
        Result.CPU_SECONDS,
        Result.MEGABYTES
    };

    private Comparison() {}

    /** A line for every figure that both have. */
    public static String of(Report a, Report b) {
        StringBuilder text = new StringBuilder(2000);
        text.append(
                "%-60s %-12s %12s %12s %8s%n"
                        .formatted("", "figure", a.commit(), b.commit(), "change"));
        for (Result before : a.results()) {
            b.find(before.scenario(), before.load())
                    .ifPresent(after -> {
                        for (String figure : FIGURES) {
                            Double was = before.figures().get(figure);
                            Double is = after.figures().get(figure);
                            if (was != null && is != null) {
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "%-60s %-12s %12s %12s %+7.0f%%%n",
                                                before.title(),
                                                figure,
                                                Markdown.number(was),
                                                Markdown.number(is),
                                                (is / was - 1) * 100));
                            }
                        }
                    });
        }
        return text.toString();
    }
}
