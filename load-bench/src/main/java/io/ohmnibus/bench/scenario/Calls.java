/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.load.Running;
import io.ohmnibus.bench.load.Traffic;
import io.ohmnibus.bench.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * CALLs of booted stations.
 *
 * @param name of the scenario
 * @param traffic a new one for each load
 * @param closedLoops with how many stations
 * @param openRate messages per second of as many stations as the largest closed loop has; 0 for no
 *     open loop
 */
public record Calls(String name, Supplier<Traffic> traffic, List<Integer> closedLoops, int openRate)
        implements Scenario {

    @Override
    public List<Result> run(World world) {
        List<Result> results = new ArrayList<>();
        for (int count : closedLoops.reversed()) { // one station alone would never warm a JVM up
            try (Fleet fleet = world.booted(count)) {
                results.add(measure(world, Names.closed(count), fleet.closedLoop(traffic.get())));
            }
        }
        if (openRate > 0) {
            int count = closedLoops.getLast();
            try (Fleet fleet = world.booted(count)) {
                results.add(
                        measure(
                                world,
                                Names.open(count, openRate),
                                fleet.openLoop(traffic.get(), openRate)));
            }
        }
        return results;
    }

    private Result measure(World world, String load, Running running) {
        try (running) {
            world.warm(running::warmUp);
            return world.measured(name, load, () -> running.measure(world.measure()));
        }
    }
}
