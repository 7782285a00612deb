/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.Deployment;
import io.ohmnibus.bench.deploy.Part;
import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.report.Result;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int MOST_ROUNDS = 12;

    /** In a round: 5 % of a processor. */
    private static final Duration QUIET_COMPILERS = ROUND.dividedBy(20);

    /** The first of the registered stations, not connected yet. */
    Fleet fleet(int count) {
        return new Fleet(deployment.access(), ids.subList(0, count));
    }

    /** The same, connected and accepted, and the platform is done with what follows from that. */
    Fleet booted(int count) {
        Fleet fleet = fleet(count);
        try {
            fleet.boot();
            awaitQuiet();
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    /** Lets the platform end what it still does, so that it is no cost of what comes next. */
    void awaitQuiet() {
        if (!Quiet.await(deployment.jdbcUrl(), PATIENCE)) {
            progress.accept("  Commands or events still go on after " + PATIENCE);
        }
    }

    /**
     * Runs a load for the warm-up, and then for as long as the platform's JVMs compile for it, but
     * not for ever: else what is measured is compilers, and all the more on a slow machine. Does
     * nothing without a warm-up.
     */
    void warm(Consumer<Duration> load) {
        if (warmUp.isZero()) {
            return;
        }
        progress.accept("  Warming up ...");
        load.accept(warmUp);
        boolean compiling = true;
        for (int round = 0; compiling && round < MOST_ROUNDS; round++) {
            Duration before = compilers();
            load.accept(ROUND);
            compiling = compilers().minus(before).compareTo(QUIET_COMPILERS) > 0;
        }
    }

    private Duration compilers() {
        return deployment.parts().stream()
                .map(Part::compilers)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Measures a load and what the platform's processes spend on it. */
    Result measured(String scenario, String load, Supplier<Measured> action) {
        progress.accept(scenario + ", " + load);
        Costs before = Costs.of(deployment.parts());
        Measured measured = action.get();
        Map<String, Double> costs = Costs.of(deployment.parts()).since(before, measured.count());
        Map<String, Double> figures = figures(measured);
        figures.putAll(costs);
        Result result =
                new Result(scenario, load, figures, measured.errors(), measured.firstError());
        progress.accept(result.line());
        return result;
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
