/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.Part;
import io.ohmnibus.bench.report.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the platform's processes have spent until now, by their names.
 *
 * @param allocated bytes on the heaps; 0 for what is no JVM
 */
record Costs(Map<String, Duration> cpu, Map<String, Long> allocated) {

    private static final double MICRO = 1e3;
    private static final double KILO = 1e3;

    static Costs of(List<Part> parts) {
        Map<String, Long> allocated = new LinkedHashMap<>();
        parts.forEach(part -> allocated.put(part.name(), part.allocated()));
        Map<String, Duration> cpu = new LinkedHashMap<>();
        parts.forEach(part -> cpu.put(part.name(), part.cpu()));
        return new Costs(cpu, allocated);
    }

    /** What was spent since an earlier look for each of so many messages. */
    Map<String, Double> since(Costs before, long messages) {
        long count = Math.max(1, messages);
        Map<String, Double> figures = new LinkedHashMap<>();
        cpu.forEach((name, now) -> {
            Duration spent = now.minus(before.cpu.getOrDefault(name, Duration.ZERO));
            add(figures, Result.CPU, name, spent.toNanos() / MICRO / count);
        });
        allocated.forEach((name, now) -> {
            long bytes = now - before.allocated.getOrDefault(name, 0L);
            if (bytes > 0) {
                add(figures, Result.ALLOCATED, name, bytes / KILO / count);
            }
        });
        return figures;
    }

    private static void add(Map<String, Double> figures, String figure, String name, double each) {
        figures.put(figure + " " + name, each);
        figures.merge(figure, each, Double::sum);
    }
}
