/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.testing;

import io.ohmnibus.embedded.EmbeddedOptions;
import io.ohmnibus.embedded.EmbeddedPlatform;
import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A real Kafka and PostgreSQL that all tests of this JVM share, and services on top of them. */
public final class TestPlatform {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPlatform() {}

    private static final class Shared {

        static final EmbeddedPlatform PARTS = start();

        private static EmbeddedPlatform start() {
            try {
                var folder = Files.createTempDirectory("ohmnibus-platform-test");
                var parts = EmbeddedPlatform.start(new EmbeddedOptions(folder, 0, 0));
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(() -> {
                                    parts.close();
                                    deleteAll(folder);
                                }));
                return parts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void deleteAll(java.nio.file.Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class SharedIssuer {

        static final TestIssuer ISSUER = start();

        private static TestIssuer start() {
            try {
                return new TestIssuer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whose tokens the services accept. */
    public static TestIssuer issuer() {
        return SharedIssuer.ISSUER;
    }

    public static EmbeddedPlatform parts() {
        return Shared.PARTS;
    }

    /** Starts an application on any port, with a database of its own. */
    public static ConfigurableApplicationContext run(
            Class<?> app, Service service, String... properties) {
        return runOn("test" + DATABASES.incrementAndGet(), app, service, properties);
    }

    /** Starts one more instance of an application, beside one that runs. */
    public static ConfigurableApplicationContext another(
            ConfigurableApplicationContext running, Class<?> app, Service service) {
        return runOn(
                running.getEnvironment().getRequiredProperty("ohmnibus.database.name"),
                app,
                service);
    }

    private static ConfigurableApplicationContext runOn(
            String database, Class<?> app, Service service, String... properties) {
        EmbeddedPlatform parts = parts();
        parts.createDatabaseIfMissing(database);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--ohmnibus.kafka.bootstrap-servers=" + parts.kafkaBootstrap(),
                                "--ohmnibus.kafka.partitions=4",
                                "--ohmnibus.database.host=" + parts.postgresHost(),
                                "--ohmnibus.database.port=" + parts.postgresPort(),
                                "--ohmnibus.database.name=" + database,
                                "--ohmnibus.database.username=" + parts.username(),
                                "--ohmnibus.database.password=" + parts.password(),
                                "--ohmnibus.security.issuer=" + TestIssuer.NAME,
                                "--ohmnibus.security.jwk-set-uri=" + issuer().jwkSetUri(),
                                "--ohmnibus.security.password-pepper=a pepper for tests"));
        arguments.addAll(List.of(properties));
        return OhmnibusService.run(app, service, arguments.toArray(String[]::new));
    }
}
