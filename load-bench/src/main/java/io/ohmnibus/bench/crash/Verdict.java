/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures that only inform, and those that must be zero, with what they counted. */
final class Verdict {

    private static final int SHOWN = 20;

    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private final Map<String, Long> mustBeZero = new LinkedHashMap<>();

    /** A figure that may be anything. */
    void figure(String name, long value) {
        figures.put(name, value);
    }

    /** A fault that is looked for; it is in the report with 0 too. */
    void lookFor(String name) {
        mustBeZero.putIfAbsent(name, 0L);
    }

    /** One more of a fault, and what shows it. */
    void fault(String name, String what) {
        mustBeZero.merge(name, 1L, Long::sum);
        List<String> shown = faults.computeIfAbsent(name, _ -> new ArrayList<>());
        if (shown.size() < SHOWN) {
            shown.add(what);
        }
    }

    Map<String, Long> figures() {
        return figures;
    }

    Map<String, Long> mustBeZero() {
        return mustBeZero;
    }

    Map<String, List<String>> faults() {
        return faults;
    }
}
