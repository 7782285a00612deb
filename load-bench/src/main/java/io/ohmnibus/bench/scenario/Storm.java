/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.report.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All stations connect and boot at the same moment, as after a power cut.
 *
 * @param stations how many
 */
public record Storm(int stations) implements Scenario {

    @Override
    public List<Result> run(World world) {
        world.awaitQuiet();
        try (Fleet fleet = world.fleet(stations)) {
            Result result = world.measured(Names.STORM, Names.stations(stations), fleet::storm);
            Map<String, Double> figures = new HashMap<>(result.figures());
            figures.put(Result.SECONDS, figures.getOrDefault(Result.MAX, 0.0) / 1000);
            return List.of(
                    new Result(
                            result.scenario(),
                            result.load(),
                            figures,
                            result.errors(),
                            result.firstError()));
        }
    }
}
