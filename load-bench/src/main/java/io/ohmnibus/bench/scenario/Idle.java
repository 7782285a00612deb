/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.Part;
import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.report.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an idle connection of a booted station costs: live objects in the gateway, after a full
 * collection, with and without the connections.
 *
 * @param connections how many
 */
public record Idle(int connections) implements Scenario {

    private static final int KILO = 1000;
    private static final int SHOWN_CLASSES = 25;

    @Override
    public List<Result> run(World world) {
        Part gateway = world.gateway();
        // What is made once, with the first connection, is no part of the others' cost.
        world.booted(1).close();
        Map<String, Long> before = gateway.liveObjects();
        long residentBefore = gateway.resident();
        try (Fleet _ = world.booted(connections)) {
            Map<String, Double> objects = difference(before, gateway.liveObjects());
            double each = objects.values().stream().mapToDouble(Double::doubleValue).sum() / KILO;
            double resident = (gateway.resident() - residentBefore) / (double) connections / KILO;
            world.progress()
                    .accept(
                            "%s, %d: %.1f kB of heap each, %.1f kB resident each"
                                    .formatted(Names.IDLE, connections, each, resident));
            objects.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .limit(SHOWN_CLASSES)
                    .forEach(type ->
                            world.progress()
                                    .accept(
                                            "  %5.0f B %s"
                                                    .formatted(type.getValue(), type.getKey())));
            return List.of(
                    new Result(
                            Names.IDLE,
                            Names.stations(connections),
                            Map.of(Result.KILOBYTES, each, "kB resident each", resident),
                            0,
                            null));
        }
    }

    /** Bytes for each connection. */
    private Map<String, Double> difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Double> difference = new HashMap<>();
        after.forEach((type, bytes) ->
                difference.put(
                        type, (bytes - before.getOrDefault(type, 0L)) / (double) connections));
        return difference;
    }
}
