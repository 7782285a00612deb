/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.AllInOne;
import io.ohmnibus.bench.deploy.Part;
import io.ohmnibus.bench.deploy.Register;
import io.ohmnibus.bench.deploy.Separate;
import io.ohmnibus.bench.deploy.Size;
import io.ohmnibus.bench.deploy.Started;
import io.ohmnibus.bench.load.Fleet;
import io.ohmnibus.bench.load.Running;
import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.bench.report.Result;
import io.ohmnibus.platform.ocpp.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long processes take until they say that they are ready: each service alone on a database that
 * it knows, and everything in one JVM. It runs on nothing that was started before.
 *
 * @param folder an empty one for data
 * @param charging how long stations charge before the memory is read
 * @param progress takes lines for people
 */
public record Starts(Path folder, Duration charging, Consumer<String> progress) {

    private static final int STATIONS = 100;
    private static final double MEGA = 1e6;

    /** Measures each service alone, without and, after a rehearsal, with its AOT cache. */
    public List<Result> services() {
        List<Result> results = new ArrayList<>();
        progress.accept("Starting the platform for its services to be started alone ...");
        try (Separate platform = Separate.start(folder.resolve("services"), Size.ONE)) {
            platform.endInOrder();
            for (Service service : Separate.services()) {
                results.add(alone(platform, service, false));
                if (Separate.wasRehearsed()) {
                    results.add(alone(platform, service, true));
                }
            }
        }
        return results;
    }

    private Result alone(Separate platform, Service service, boolean rehearsed) {
        Started started = platform.startAlone(service, rehearsed);
        return result(Names.alone(service, rehearsed), started);
    }

    /** Measures all-in-one on an empty folder, and once more on what is there then. */
    public List<Result> allInOne() {
        List<Result> results = new ArrayList<>();
        progress.accept("Starting all-in-one ...");
        try (AllInOne first = start()) {
            results.add(result(Names.ALL_IN_ONE_FIRST, first.started()));
        }
        try (AllInOne again = start()) {
            results.add(result(Names.ALL_IN_ONE_AGAIN, again.started()));
            results.add(memory(again));
        }
        return results;
    }

    private AllInOne start() {
        return AllInOne.asPeopleDo(folder.resolve("all-in-one"), folder.resolve("rehearsal"));
    }

    private Result memory(AllInOne platform) {
        List<String> ids = Register.fill(platform, STATIONS);
        World world = new World(platform, ids, charging, Duration.ZERO, progress);
        try (Fleet fleet = world.booted(STATIONS);
                Running running = fleet.openLoop(Traffics.sessions(), STATIONS)) {
            running.warmUp(charging);
            return result(Names.ALL_IN_ONE_MEMORY, megabytes(platform.parts()));
        }
    }

    private static Map<String, Double> megabytes(List<Part> parts) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Part part : parts) {
            double each = part.resident() / MEGA;
            figures.put(Result.MEGABYTES + " " + part.name(), each);
            figures.merge(Result.MEGABYTES, each, Double::sum);
        }
        return figures;
    }

    private Result result(String load, Started started) {
        return result(
                load,
                Map.of(
                        Result.SECONDS,
                        started.ready().toMillis() / 1e3,
                        Result.CPU_SECONDS,
                        started.cpu().toMillis() / 1e3,
                        Result.MEGABYTES,
                        started.resident() / MEGA));
    }

    private Result result(String load, Map<String, Double> figures) {
        Result result = new Result(Names.START, load, figures, 0, null);
        progress.accept(result.line());
        return result;
    }
}
