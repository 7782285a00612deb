/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench;

import io.ohmnibus.bench.deploy.Register;
import io.ohmnibus.bench.deploy.Separate;
import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.bench.scenario.Calls;
import io.ohmnibus.bench.scenario.Names;
import io.ohmnibus.bench.scenario.Storm;
import io.ohmnibus.bench.scenario.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A short run whose lessons the JVMs of later runs begin with, as they do in a deployment whose
 * images were made so: a start is quicker, and the first storm finds code that is nearly warm.
 */
final class Rehearsal {

    private static final int STATIONS = 300;
    private static final int SECURED = 50;
    private static final Duration WARM_UP = Duration.ZERO;
    private static final Duration LOAD = Duration.ofSeconds(5);

    private Rehearsal() {}

    /** Rehearses unless that was done since the bench was built. */
    static void unlessDone(Path data, Consumer<String> progress) {
        if (Separate.wasRehearsed()) {
            return;
        }
        progress.accept("Rehearsing, once after each build ...");
        try (Separate deployment = Separate.rehearsing(data.resolve("rehearsal"))) {
            List<String> ids = Register.fill(deployment, STATIONS);
            World world = new World(deployment, ids, LOAD, WARM_UP, line -> {});
            new Storm(STATIONS, false).run(world);
            new Storm(SECURED, true).run(world);
            for (String name : List.of(Names.TRANSACTION_EVENTS, Names.AUTHORIZES)) {
                calls(name).run(world);
            }
            progress.accept("  The JVMs write down what they learned ...");
            deployment.endInOrder();
            deployment.endBroker();
        }
    }

    private static Calls calls(String name) {
        return new Calls(
                name,
                name.equals(Names.AUTHORIZES) ? Traffics::authorizes : Traffics::transactionEvents,
                List.of(STATIONS),
                0);
    }
}
