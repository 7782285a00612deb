/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL server that keeps what it acknowledged. */
final class PostgresServer {

    static final String HOST = "127.0.0.1";
    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String NAME = "postgres";
    private static final String PROOF = "PG_VERSION";
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final long LARGEST_LOG_BYTES = 5L * 1024 * 1024;

    /** The library that starts the server switches the first two off. */
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DataFolder data;
    private final int wantedPort;
    private volatile int port;
    private @Nullable EmbeddedPostgres server;

    PostgresServer(DataFolder data, int wantedPort) {
        this.data = data;
        this.wantedPort = wantedPort;
    }

    int port() {
        return port;
    }

    /**
     * Excludes {@link #stop()}: a process that ends while it starts must not leave the server
     * behind.
     */
    synchronized void start() {
        requireAllowedUser();
        var folder = data.part(NAME, PROOF);
        new Postmaster(folder).stop();
        port = Ports.claim(wantedPort, "PostgreSQL");
        var log = data.root().resolve("postgres.log");
        try {
            startNewLogWhenLarge(log);
            server = builder(folder, log).start();
            verify(folder);
        } catch (IOException | RuntimeException | SQLException | ExceptionInInitializerError e) {
            throw new EmbeddedStartException(
                    "PostgreSQL could not start on its data in %s: %s (its own words are in %s)."
                            .formatted(folder, e, log),
                    e);
        }
        data.complete(NAME);
    }

    private static void requireAllowedUser() {
        if ("root".equals(System.getProperty("user.name"))
                && "Linux".equals(System.getProperty("os.name"))
                && !LinuxUtils.isUnshareAvailable()) {
            throw new EmbeddedStartException(
                    "PostgreSQL refuses to run as root and this system forbids user namespaces: start as another user.");
        }
    }

    private static void startNewLogWhenLarge(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG_BYTES) {
            Files.delete(log);
        }
    }

    private EmbeddedPostgres.Builder builder(Path folder, Path log) throws IOException {
        var builder =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(BinariesFolder.find().toFile())
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPort(port)
                        .setPGStartupWait(STARTUP)
                        .setOutputRedirector(Redirect.appendTo(log.toFile()))
                        .setErrorRedirector(Redirect.appendTo(log.toFile()))
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("listen_addresses", HOST)
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "256MB") // taken as it is used
                        .setServerConfig("max_wal_size", "2GB")
                        .setServerConfig("checkpoint_timeout", "15min");
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        return builder;
    }

    /** That something answers on the port does not say that it is ours. */
    private void verify(Path folder) throws SQLException, IOException {
        try (var connection = connect()) {
            var directory = Path.of(show(connection, "data_directory"));
            if (!Files.isSameFile(directory, folder)) {
                throw new IOException("another server, on %s, answers".formatted(directory));
            }
            for (var setting : DURABLE) {
                if (!"on".equals(show(connection, setting))) {
                    throw new IOException("%s is not on".formatted(setting));
                }
            }
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    void createDatabaseIfMissing(String name) {
        var quoted = '"' + name.replace("\"", "\"\"") + '"';
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (!exists(connection, name)) {
                statement.execute("CREATE DATABASE " + quoted);
            }
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new IllegalStateException("cannot create the database " + name, e);
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/postgres".formatted(HOST, port), USER, USER);
    }

    /** Stops the server even if its start failed half-way. */
    synchronized void stop() {
        var started = server;
        server = null;
        if (started != null) {
            closeQuietly(started);
        }
        new Postmaster(data.root().resolve(NAME)).stop();
    }

    /** What it cannot stop in its five seconds, the pid file leads to. */
    private static void closeQuietly(EmbeddedPostgres started) {
        try {
            started.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL does not stop as usual", e);
        }
    }
}
