/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.process.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unpacked bench, with each service unpacked beside it as an image of that service would hold
 * it: nothing but what the service needs is on its class path.
 */
final class Unpacked {

    /** The service, and what Spring found out about its beans. */
    private static final int JARS = 2;

    private Unpacked() {}

    /** A file beside the bench; it goes with the next build. */
    static Path beside(String name) {
        return Path.of(System.getProperty("java.class.path")).toAbsolutePath().resolveSibling(name);
    }

    /** How the service is run: on the class path of the bench where nothing is unpacked. */
    static List<String> options(Service service) {
        return options(beside("services").resolve(service.id()));
    }

    static List<String> options(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> jars =
                    files.map(Path::toString)
                            .filter(file -> file.endsWith(".jar"))
                            .sorted()
                            .toList();
            if (jars.size() != JARS) {
                throw new IllegalStateException(
                        folder + " should hold the service and its beans, but holds " + jars);
            }
            return List.of(
                    ChildJvm.CLASS_PATH,
                    String.join(File.pathSeparator, jars),
                    "-Dspring.aot.enabled=true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
