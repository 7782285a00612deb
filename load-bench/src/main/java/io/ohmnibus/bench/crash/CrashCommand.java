/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes (default: crash-results/TIME).")
    private @Nullable Path out;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (minutes <= 0 || stations < 1) {
            throw new ParameterException(
                    commandLine().commandLine(), "--minutes and --stations are above 0");
        }
        Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path folder =
                out == null ? Path.of("crash-results", time.toString().replace(":", "")) : out;
        Path data = Files.createTempDirectory("ohmnibus-crash");
        try {
            CrashReport report =
                    new CrashTest(
                                    seed == null
                                            ? ThreadLocalRandom.current().nextInt(1_000_000)
                                            : seed,
                                    stations,
                                    Duration.ofMillis((long) (minutes * 60_000)),
                                    data,
                                    this::progress)
                            .run();
            Files.createDirectories(folder);
            report.write(folder.resolve("report.json"));
            Files.writeString(folder.resolve("report.md"), report.markdown());
            say(report.markdown());
            progress("Written to " + folder.toAbsolutePath());
            return report.passed() ? 0 : 1;
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void progress(String line) {
        say(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
    }

    private void say(String text) {
        PrintWriter writer = commandLine().commandLine().getOut();
        writer.println(text);
        writer.flush();
    }

    private CommandSpec commandLine() {
        return Objects.requireNonNull(spec);
    }
}
