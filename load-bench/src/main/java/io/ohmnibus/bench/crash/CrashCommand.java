/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.bench.report.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills the platform piece by piece under charging stations, and looks at what is left. */
@Command(
        name = "crash-test",
        mixinStandardHelpOptions = true,
        description = {
            "Lets simulated stations charge while services, gateway, Kafka and PostgreSQL are",
            "killed with SIGKILL one after another and started again, then compares what",
            "the database holds with the stations' own book. Exit status 1: something",
            "billable was lost, doubled or altered."
        })
public final class CrashCommand implements Callable<Integer> {

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Order and times of all that happens (default: another each time).")
    private @Nullable Long seed;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long it is killed (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--stations",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many charge (default: ${DEFAULT-VALUE}).")
    private int stations;

    @Mixin private final Output output = new Output("crash");

    @Override
    public Integer call() throws IOException {
        if (minutes <= 0 || stations < 1) {
            throw output.wrong("--minutes and --stations are above 0");
        }
        CrashReport report = output.withData(this::run);
        Path folder = output.folder();
        report.write(folder.resolve("report.json"));
        Files.writeString(folder.resolve("report.md"), report.markdown());
        output.say(report.markdown());
        output.progress("Written to " + folder.toAbsolutePath());
        return report.passed() ? 0 : 1;
    }

    private CrashReport run(Path data) {
        return new CrashTest(
                        seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed,
                        stations,
                        Duration.ofMillis((long) (minutes * 60_000)),
                        data,
                        output::progress)
                .run();
    }
}
