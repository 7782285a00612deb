/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.nio.file.Path;

/**
 * Where the embedded parts keep their data and on which ports of the loopback address they listen.
 *
 * @param dataRoot folder of one installation; created when missing, kept between starts
 * @param kafkaPort port of the broker, 0 for any free one
 * @param postgresPort port of the database, 0 for any free one
 */
public record EmbeddedOptions(Path dataRoot, int kafkaPort, int postgresPort) {

    /** Refuses ports that cannot exist. */
    public EmbeddedOptions {
        requirePort(kafkaPort);
        requirePort(postgresPort);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }
}
