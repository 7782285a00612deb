/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.embedded.EmbeddedOptions.Part;
import io.ohmnibus.platform.test.process.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Kafka as it runs where it bears load: not in the small JVM of a test. */
public final class Broker {

    static final String NAME = "kafka";

    private Broker() {}

    /** Starts one without waiting, with its data in that folder. */
    public static ServerProcess launch(Path folder) {
        return launch(folder, Learned.NOTHING);
    }

    static ServerProcess launch(Path folder, Learned learned) {
        List<String> options = new ArrayList<>(Separate.JVM);
        options.addAll(learned.options(NAME));
        return ServerProcess.launch(Part.KAFKA, folder, options);
    }
}
