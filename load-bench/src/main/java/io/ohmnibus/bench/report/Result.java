/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.util.Map;
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
    public static final String KILOBYTES = "kB each";

    /** What it is called in tables and comparisons. */
    public String title() {
        return scenario + ", " + load;
    }
}
