/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and a PostgreSQL server, up and empty or with what they held when they last
 * stopped.
 */
public final class EmbeddedPlatform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPlatform.class);

    private final DataFolder data;
    private final Set<EmbeddedOptions.Part> parts;
    private final KafkaBroker kafka;
    private final PostgresServer postgres;
    private final List<Runnable> beforeClose = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::closeOnce, "ohmnibus-embedded-stop");
    private boolean closed;

    private EmbeddedPlatform(DataFolder data, EmbeddedOptions options) {
        this.data = data;
        this.parts = options.parts();
        this.kafka = new KafkaBroker(data, options.kafkaPort());
        this.postgres = new PostgresServer(data, options.postgresPort());
    }

    /**
     * Starts the parts and returns when they answer; they stop with {@link #close()} or with the
     * JVM.
     *
     * @throws EmbeddedStartException if another process holds the folder, a port is taken, or the
     *     folder cannot be used
     */
    public static EmbeddedPlatform start(EmbeddedOptions options) {
        var platform = new EmbeddedPlatform(DataFolder.claim(options.dataRoot()), options);
        Runtime.getRuntime().addShutdownHook(platform.hook);
        try {
            platform.startParts();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void startParts() {
        var failures = new ArrayList<RuntimeException>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var starts = parts.stream().map(part -> threads.submit(() -> start(part))).toList();
            starts.forEach(start -> await(start, failures));
        }
        if (!failures.isEmpty()) {
            var first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void start(EmbeddedOptions.Part part) {
        switch (part) {
            case KAFKA -> kafka.start();
            case POSTGRES -> postgres.start();
        }
    }

    private static void await(Future<?> start, List<RuntimeException> failures) {
        try {
            start.get();
        } catch (ExecutionException e) {
            failures.add(
                    e.getCause() instanceof EmbeddedStartException known
                            ? known
                            : new EmbeddedStartException("The start failed: " + e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add(new EmbeddedStartException("The start was interrupted.", e));
        }
    }

    /** The broker's address, {@code host:port}. */
    public String kafkaBootstrap() {
        return PostgresServer.HOST + ":" + kafka.port();
    }

    /** The address that PostgreSQL listens on. */
    public String postgresHost() {
        return PostgresServer.HOST;
    }

    /** The port that PostgreSQL listens on. */
    public int postgresPort() {
        return postgres.port();
    }

    /** A JDBC URL without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(postgresHost(), postgresPort(), database);
    }

    /** An R2DBC URL without user and password. */
    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://%s:%d/%s".formatted(postgresHost(), postgresPort(), database);
    }

    /** The database user, who may do everything. */
    public String username() {
        return PostgresServer.USER;
    }

    /** Any password is accepted, from this machine only; clients want one. */
    public String password() {
        return PostgresServer.USER;
    }

    /** Creates an empty database, encoded in UTF-8, unless there is one of that name. */
    public void createDatabaseIfMissing(String name) {
        postgres.createDatabaseIfMissing(name);
    }

    /**
     * Adds what must end before Kafka and PostgreSQL do, whether by {@link #close()} or with the
     * JVM; last added, first run.
     */
    public void beforeClose(Runnable action) {
        beforeClose.addFirst(action);
    }

    /** Stops Kafka, then PostgreSQL, and gives the folder free. */
    @Override
    public void close() {
        closeOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            LOG.debug("Closed while the JVM ends");
        }
    }

    private synchronized void closeOnce() {
        if (closed) {
            return;
        }
        closed = true;
        beforeClose.forEach(EmbeddedPlatform::tryTo);
        tryTo(kafka::stop);
        tryTo(postgres::stop);
        tryTo(data::release);
    }

    /** What fails to end must not keep the rest from ending. */
    private static void tryTo(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException e) {
            LOG.error("Something does not end as it should", e);
        }
    }
}
