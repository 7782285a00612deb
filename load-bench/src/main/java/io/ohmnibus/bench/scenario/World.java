/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.Deployment;
import io.ohmnibus.bench.deploy.Part;
import io.ohmnibus.bench.deploy.Register;
import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.report.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What scenarios are given.
 *
 * @param ids of registered stations
 * @param measure how long each load is measured
 * @param warmUp how long it runs before
 * @param progress takes lines for people
 */
public record World(
        Deployment deployment,
        List<String> ids,
        Duration measure,
        Duration warmUp,
        Consumer<String> progress) {

    /** The first of the registered stations, not connected yet. */
    Fleet fleet(int count) {
        return new Fleet(deployment.stations(), ids.subList(0, count), Register.PASSWORD);
    }

    /** Measures a load and what the platform's processes spend on it. */
    Result measured(String scenario, String load, Supplier<Measured> action) {
        progress.accept(scenario + ", " + load);
        Map<String, Duration> before = cpu();
        Measured measured = action.get();
        Map<String, Duration> after = cpu();
        Map<String, Double> figures = figures(measured);
        double total = 0;
        for (Map.Entry<String, Duration> part : after.entrySet()) {
            Duration earlier = before.getOrDefault(part.getKey(), Duration.ZERO);
            double micros = micros(part.getValue().minus(earlier), measured.count());
            total += micros;
            figures.put(Result.CPU + " " + part.getKey(), micros);
        }
        figures.put(Result.CPU, total);
        Result result =
                new Result(scenario, load, figures, measured.errors(), measured.firstError());
        progress.accept(
                "  %.0f/s, p50 %.2f ms, p99 %.2f ms, %.0f us CPU each%s"
                        .formatted(
                                measured.rate(),
                                measured.millis(50),
                                measured.millis(99),
                                total,
                                measured.errors() == 0
                                        ? ""
                                        : ", %d errors: %s"
                                                .formatted(
                                                        measured.errors(), measured.firstError())));
        return result;
    }

    private static double micros(Duration cpu, long count) {
        return (double) TimeUnit.NANOSECONDS.toMicros(cpu.toNanos()) / Math.max(1, count);
    }

    private Map<String, Duration> cpu() {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        deployment.parts().forEach(part -> cpu.put(part.name(), part.cpu()));
        return cpu;
    }

    /** The rate and the percentiles. */
    public static Map<String, Double> figures(Measured measured) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(Result.PER_SECOND, measured.rate());
        figures.put(Result.P50, measured.millis(50));
        figures.put("p90 ms", measured.millis(90));
        figures.put(Result.P99, measured.millis(99));
        figures.put("p99.9 ms", measured.millis(99.9));
        figures.put(Result.MAX, measured.millis(100));
        return figures;
    }

    /** The process that holds the stations' connections. */
    Part gateway() {
        return deployment.parts().stream()
                .filter(part -> part.name().equals("gateway") || part.name().equals("platform"))
                .findFirst()
                .orElseThrow();
    }
}
