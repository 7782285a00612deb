/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.Deployment;
import io.ohmnibus.bench.deploy.Register;
import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.report.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All stations connect and boot at the same moment, as after a power cut.
 *
 * @param stations how many
 * @param tls whether they have security profile 2, or 1
 */
public record Storm(int stations, boolean tls) implements Scenario {

    @Override
    public List<Result> run(World world) {
        try (Fleet fleet = tls ? secured(world.deployment()) : world.fleet(stations)) {
            world.awaitQuiet();
            String name = tls ? Names.TLS_STORM : Names.STORM;
            Result result = world.measured(name, Names.stations(stations), fleet::storm);
            world.awaitQuiet(); // before they leave: else their commands would wait for them
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

    private Fleet secured(Deployment deployment) {
        return new Fleet(deployment.tlsAccess(), Register.secured(deployment, stations));
    }
}
