/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another JVM, on the class path of this one unless said otherwise. It ends with this JVM, even
 * when that is killed or the other is paused: a shell waits for the end of its input and then ends
 * the process.
 */
public final class ChildJvm implements AutoCloseable {

    /** The option with which another class path than that of this JVM is chosen. */
    public static final String CLASS_PATH = "-cp";

    private static final int SHOWN_LINES = 200;
    static final List<String> SMALL =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final String GUARD =
            """
            while read -r _; do :; done
            kill -CONT $0 && kill -TERM $0
            for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 $0 || exit 0; sleep 1; done
            kill -KILL $0
            """;

    private final Process process;
    private final Process guard;
    private final Path output;

    private ChildJvm(Process process, Process guard, Path output) {
        this.process = process;
        this.guard = guard;
        this.output = output;
    }

    /** Starts the main class with a small heap; what it prints goes to a file below target. */
    public static ChildJvm start(Class<?> main, List<String> arguments) {
        return start(main, SMALL, arguments);
    }

    /** Starts the main class with these options of the JVM; they may name a class path. */
    public static ChildJvm start(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        if (!options.contains(CLASS_PATH)) {
            command.addAll(List.of(CLASS_PATH, System.getProperty("java.class.path")));
        }
        command.add(main.getName());
        command.addAll(arguments);
        try {
            Path folder = Files.createDirectories(Path.of("target", "processes"));
            Path output = Files.createTempFile(folder, main.getSimpleName() + "-", ".log");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.to(output.toFile()))
                            .start();
            return new ChildJvm(process, guard(process), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process guard(Process process) throws IOException {
        try {
            return new ProcessBuilder("sh", "-c", GUARD, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The last lines that it has printed. */
    public String output() {
        try {
            List<String> lines = Files.readAllLines(output);
            int from = Math.max(0, lines.size() - SHOWN_LINES);
            return String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGSTOP: it holds still in the middle of whatever it does, its sockets stay open. */
    public void pause() {
        Signals.send("STOP", pid());
    }

    /** SIGCONT: it goes on and knows nothing of the pause. */
    public void resume() {
        Signals.send("CONT", pid());
    }

    /** SIGKILL: it is gone when this returns and has written, sent and closed nothing more. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM: it ends in order; returns its exit status. */
    public int terminate() {
        process.destroy();
        return awaitEnd();
    }

    private int awaitEnd() {
        int status = process.onExit().join().exitValue();
        guard.destroy();
        return status;
    }

    @Override
    public void close() {
        kill();
    }

    @Override
    public String toString() {
        return "process " + pid() + ", " + output;
    }
}
