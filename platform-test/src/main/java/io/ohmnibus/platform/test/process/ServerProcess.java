/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.process;

import io.ohmnibus.embedded.EmbeddedOptions;
import io.ohmnibus.embedded.EmbeddedOptions.Part;
import io.ohmnibus.embedded.EmbeddedPlatform;
import io.ohmnibus.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Kafka or PostgreSQL in a process of its own, to be killed, paused and started again. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final String READY = "ready";

    private final Part part;
    private final Path folder;
    private final int port;
    private final List<String> options;
    private ChildJvm jvm;
    private boolean paused;

    private ServerProcess(Part part, Path folder, int port, List<String> options) {
        this.part = part;
        this.folder = folder;
        this.port = port;
        this.options = options;
        this.jvm = launch();
    }

    /** Starts without waiting, with its data in that folder, in a JVM that is soon there. */
    public static ServerProcess launch(Part part, Path folder) {
        return launch(part, folder, ChildJvm.SMALL);
    }

    /** The same in a JVM with these options. */
    public static ServerProcess launch(Part part, Path folder, List<String> options) {
        return new ServerProcess(part, folder, Ports.free(), options);
    }

    private ChildJvm launch() {
        return ChildJvm.start(
                ServerProcess.class,
                options,
                List.of(part.name(), folder.toString(), Integer.toString(port)));
    }

    /** Returns when it answers; fails with its output when it ends or takes too long. */
    public ServerProcess awaitReady() {
        Awaitility.await(part + " is ready")
                .atMost(START)
                .until(() -> jvm.output().lines().anyMatch(READY::equals) || !jvm.isAlive());
        if (!jvm.isAlive()) {
            throw new IllegalStateException(part + " has ended: " + jvm.output());
        }
        return this;
    }

    /** The JVM, and the processes of PostgreSQL, which are not its children. */
    public List<ProcessHandle> processes() {
        return Stream.concat(ProcessHandle.of(jvm.pid()).stream(), servers().stream()).toList();
    }

    /** The port on the loopback address; the same after a restart. */
    public int port() {
        return port;
    }

    /** SIGKILL: its sockets are closed by the system, everything that was not written is lost. */
    public void kill() {
        paused = false;
        List<ProcessHandle> processes = servers();
        jvm.kill();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    /** SIGSTOP: its sockets stay open, and nobody answers on them. */
    public void pause() {
        paused = true;
        jvm.pause();
        servers().forEach(process -> Signals.send("STOP", process.pid()));
    }

    /** SIGCONT. */
    public void resume() {
        paused = false;
        servers().forEach(process -> Signals.send("CONT", process.pid()));
        jvm.resume();
    }

    /** Starts it again with the same data and port; returns when it answers. */
    public ServerProcess restart() {
        jvm = launch();
        return awaitReady();
    }

    /** SIGTERM: it ends in order; returns the exit status of its JVM. */
    public int terminate() {
        return jvm.terminate();
    }

    /** PostgreSQL's own processes, the postmaster first; none for Kafka, which is the JVM. */
    private List<ProcessHandle> servers() {
        return part == Part.KAFKA ? List.of() : postgres(folder);
    }

    /** The processes of the PostgreSQL whose data is in that folder, the postmaster first. */
    public static List<ProcessHandle> postgres(Path folder) {
        Path pidFile = folder.resolve("postgres/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return List.of();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).stream()
                    .flatMap(postmaster ->
                            Stream.concat(Stream.of(postmaster), postmaster.children()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (paused) {
            resume();
        }
        if (jvm.isAlive()) {
            jvm.terminate();
        }
        jvm.close();
    }

    /** Runs in the other process. */
    public static void main(String... arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[2]);
        Set<Part> part = Set.of(Part.valueOf(arguments[0]));
        EmbeddedPlatform.start(new EmbeddedOptions(Path.of(arguments[1]), part, port, port));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
