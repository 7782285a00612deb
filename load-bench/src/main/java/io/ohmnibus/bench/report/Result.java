/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report.
 *
 * @param scenario what was measured
 * @param load how much of it, such as {@code 500 stations, closed loop}
 * @param figures by name, in the unit that the name says
 * @param errors how much went wrong
 * @param firstError one of it
 */
public record Result(
        String scenario,
        String load,
        Map<String, Double> figures,
        long errors,
        @Nullable String firstError) {

    /** Between a load and the size of what bore it. */
    static final String IN_SIZE = ", on ";

    /** Messages, commands or rows per second. */
    public static final String PER_SECOND = "per second";

    public static final String P50 = "p50 ms";
    public static final String P99 = "p99 ms";
    public static final String MAX = "max ms";

    /** CPU time of all processes of the platform for one message. */
    public static final String CPU = "CPU us";

    /** What the JVMs of the platform allocate on their heaps for one message. */
    public static final String ALLOCATED = "kB allocated";

    public static final String SECONDS = "seconds";
    public static final String CPU_SECONDS = "CPU seconds";
    public static final String KILOBYTES = "kB each";

    /** Resident memory of all processes. */
    public static final String MEGABYTES = "MB resident";

    private static final List<String> SHOWN =
            List.of(
                    PER_SECOND,
                    P50,
                    P99,
                    CPU,
                    ALLOCATED,
                    SECONDS,
                    CPU_SECONDS,
                    MEGABYTES,
                    KILOBYTES);

    /** The same for a platform of that size, for {@link Scaling}. */
    public Result in(String size) {
        return new Result(scenario, load + IN_SIZE + size, figures, errors, firstError);
    }

    /** What it is called in tables and comparisons. */
    public String title() {
        return scenario + ", " + load;
    }

    /** Its most important figures, for people who watch. */
    public String line() {
        String shown =
                SHOWN.stream()
                        .filter(figures::containsKey)
                        .map(name -> Markdown.number(figures.getOrDefault(name, 0.0)) + " " + name)
                        .collect(Collectors.joining(", "));
        return "  %s: %s%s"
                .formatted(
                        title(),
                        shown,
                        errors == 0 ? "" : ", %d errors: %s".formatted(errors, firstError));
    }
}
