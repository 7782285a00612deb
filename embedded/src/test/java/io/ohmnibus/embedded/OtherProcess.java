/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Another JVM that starts the embedded parts on a folder, leaves traces and stays until it is
 * killed.
 */
final class OtherProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    static OtherProcess on(Path dataRoot) throws IOException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OtherProcess.class.getName(),
                                dataRoot.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var other = new OtherProcess(process);
        other.awaitReady(process.inputReader());
        return other;
    }

    private void awaitReady(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                return;
            }
        }
        throw new IOException("the other process ended without being ready");
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** Runs in the other JVM. */
    public static void main(String... arguments) throws Exception {
        var platform = EmbeddedPlatform.start(new EmbeddedOptions(Path.of(arguments[0]), 0, 0));
        Traces.leave(platform, "from the other process");
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
