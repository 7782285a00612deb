/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL process that holds a data directory, found by its pid file. It outlives a killed
 * JVM, and a pid file that was left behind may name a process that has nothing to do with us.
 */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path dataDirectory;
    private final Path pidFile;

    Postmaster(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.pidFile = dataDirectory.resolve("postmaster.pid");
    }

    /**
     * Ends the server of this data directory, if one runs, and removes a pid file that names
     * anything else.
     */
    void stop() {
        try {
            var server = server();
            if (server.isPresent()) {
                end(server.get());
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "A PostgreSQL left behind on %s cannot be stopped: %s."
                            .formatted(dataDirectory, e),
                    e);
        }
    }

    private Optional<ProcessHandle> server() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        return info.command().orElse("").endsWith("postgres")
                && info.commandLine().orElse("").contains(dataDirectory.toString());
    }

    /** Fast shutdown first, which writes everything; immediate shutdown if that takes too long. */
    private void end(ProcessHandle server) throws IOException {
        signal("INT", server);
        if (!hasEnded(server)) {
            signal("QUIT", server);
            if (!hasEnded(server)) {
                throw new IOException("process %d does not end".formatted(server.pid()));
            }
        }
    }

    /**
     * The shell's own kill: not every container has the program, and Java only knows TERM and KILL.
     */
    private static void signal(String name, ProcessHandle server) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, server.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasEnded(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
