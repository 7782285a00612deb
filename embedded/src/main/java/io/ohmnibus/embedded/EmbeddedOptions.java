/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where the embedded parts keep their data and on which ports of the loopback address they listen.
 *
 * @param dataRoot folder of one installation; created when missing, kept between starts
 * @param parts what to start
 * @param kafkaPort port of the broker, 0 for any free one
 * @param postgresPort port of the database, 0 for any free one
 */
public record EmbeddedOptions(Path dataRoot, Set<Part> parts, int kafkaPort, int postgresPort) {

    /** What can be started. */
    public enum Part {
        KAFKA,
        POSTGRES
    }

    /** Refuses ports that cannot exist. */
    public EmbeddedOptions {
        parts = Set.copyOf(parts);
        requirePort(kafkaPort);
        requirePort(postgresPort);
    }

    /** Both parts. */
    public EmbeddedOptions(Path dataRoot, int kafkaPort, int postgresPort) {
        this(dataRoot, Set.of(Part.values()), kafkaPort, postgresPort);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }
}
