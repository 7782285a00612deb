/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test;

import io.ohmnibus.embedded.EmbeddedOptions;
import io.ohmnibus.embedded.EmbeddedPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * The Kafka and PostgreSQL that all tests of this JVM share; they end with the JVM and leave
 * nothing behind.
 */
public final class EmbeddedServers {

    private final EmbeddedPlatform platform;
    private final AtomicInteger databases = new AtomicInteger();

    private EmbeddedServers(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    /** Started at the first call, in a temporary folder and on any ports. */
    public static EmbeddedServers shared() {
        return Shared.SERVERS;
    }

    /** The broker's address, {@code host:port}. Topics are not created by themselves. */
    public String kafkaBootstrap() {
        return platform.kafkaBootstrap();
    }

    /** A new, empty database: tests that have one each do not see each other's rows. */
    public TestDatabase newDatabase() {
        var name = "test" + databases.incrementAndGet();
        platform.createDatabaseIfMissing(name);
        return new TestDatabase(platform, name);
    }

    private static final class Shared {

        static final EmbeddedServers SERVERS = new EmbeddedServers(start());

        private static EmbeddedPlatform start() {
            try {
                var folder = Files.createTempDirectory("ohmnibus-test");
                var platform = EmbeddedPlatform.start(new EmbeddedOptions(folder, 0, 0));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(platform, folder)));
                return platform;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void remove(EmbeddedPlatform platform, Path folder) {
            platform.close();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + folder, e);
            }
        }
    }
}
