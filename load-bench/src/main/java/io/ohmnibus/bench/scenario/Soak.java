/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.Part;
import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.load.Running;
import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.bench.report.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Charging sessions for as long as somebody wants, at a rate that does not change: whether it
 * becomes slower, and whether memory grows.
 *
 * @param stations that charge; each sends a message every two seconds
 */
public record Soak(int stations) implements Scenario {

    static final Duration SLICE = Duration.ofSeconds(10);

    private static final int MOST_LINES = 12;
    private static final int STATIONS_PER_MESSAGE = 2;
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final double MEGA = 1e6;

    @Override
    public List<Result> run(World world) {
        int rate = Math.max(1, stations / STATIONS_PER_MESSAGE);
        String load = Names.open(stations, rate);
        List<Measured> slices = new ArrayList<>();
        try (Fleet fleet = world.booted(stations);
                Running running = fleet.openLoop(Traffics.sessions(), rate)) {
            running.warmUp(world.warmUp());
            Map<String, Double> storedBefore = Stored.bytes(world.deployment());
            Map<String, Map<String, Double>> memory = new LinkedHashMap<>();
            memory(world, "at start", memory);
            running.warmUp(SETTLE); // the full collections are no part of what is measured
            Result whole = world.measured(Names.SOAK, load, () -> measure(world, running, slices));
            List<Result> results = new ArrayList<>(List.of(whole));
            results.addAll(lines(load, slices));
            results.add(stored(world, storedBefore, slices));
            memory(world, "at end", memory);
            memory.forEach((part, figures) ->
                    results.add(new Result(Names.SOAK, "memory of " + part, figures, 0, null)));
            return results;
        }
    }

    private static Measured measure(World world, Running running, List<Measured> slices) {
        long end = System.nanoTime() + world.measure().toNanos();
        for (long left = world.measure().toNanos(); left > 0; left = end - System.nanoTime()) {
            Measured slice = running.measure(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
            slices.add(slice);
            world.progress()
                    .accept(
                            "  %4d s: %.0f/s, p50 %.1f ms, p99 %.1f ms, %d errors"
                                    .formatted(
                                            seconds(slices),
                                            slice.rate(),
                                            slice.millis(50),
                                            slice.millis(99),
                                            slice.errors()));
        }
        return Measured.together(slices);
    }

    private static long seconds(List<Measured> slices) {
        return Math.round(
                slices.stream().mapToLong(Measured::nanos).sum()
                        / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** The slices as at most a dozen lines of the report, each of equally many. */
    static List<Result> lines(String load, List<Measured> slices) {
        int each = Math.ceilDiv(slices.size(), MOST_LINES);
        List<Result> lines = new ArrayList<>();
        for (int from = 0; from < slices.size(); from += each) {
            int to = Math.min(slices.size(), from + each);
            Measured line = Measured.together(slices.subList(from, to));
            lines.add(
                    new Result(
                            Names.SOAK,
                            "%s, second %d to %d"
                                    .formatted(
                                            load,
                                            seconds(slices.subList(0, from)),
                                            seconds(slices.subList(0, to))),
                            World.figures(line),
                            line.errors(),
                            line.firstError()));
        }
        return lines;
    }

    private static void memory(World world, String when, Map<String, Map<String, Double>> memory) {
        for (Part part : world.deployment().parts()) {
            Map<String, Double> figures =
                    memory.computeIfAbsent(part.name(), _ -> new LinkedHashMap<>());
            long live = part.liveObjects().values().stream().mapToLong(Long::longValue).sum();
            if (live > 0) {
                figures.put("MB live " + when, live / MEGA);
            }
            figures.put(Result.MEGABYTES + " " + when, part.resident() / MEGA);
        }
    }

    private static Result stored(World world, Map<String, Double> before, List<Measured> slices) {
        long messages = Math.max(1, Measured.together(slices).count());
        Map<String, Double> figures = new LinkedHashMap<>();
        Stored.bytes(world.deployment())
                .forEach((where, bytes) ->
                        figures.put(
                                "bytes in " + where,
                                (bytes - before.getOrDefault(where, 0.0)) / messages));
        return new Result(Names.SOAK, "kept for one message", figures, 0, null);
    }
}
