/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a command tells: what it does at the moment, and a folder with its report. */
public final class Output {

    private final String name;
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes (default: a new folder, named after the time).")
    private @Nullable Path out;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * @param name of the folders
     */
    public Output(String name) {
        this.name = name;
    }

    /** What fills a folder with data that nobody needs afterwards. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Path data) throws IOException;
    }

    /** Does something with a new folder for data, which is removed afterwards. */
    public <T> T withData(Work<T> work) throws IOException {
        Path data = Files.createTempDirectory("ohmnibus-" + name);
        try {
            return work.in(data);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    /** When the command began, in UTC. */
    public String began() {
        return began.toString();
    }

    /** The folder of the report; it is there. */
    public Path folder() throws IOException {
        Path folder = out == null ? Path.of(name + "-results", began().replace(":", "")) : out;
        return Files.createDirectories(folder);
    }

    /** Tells what is done now. */
    public void progress(String line) {
        say(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
    }

    /** Writes a text as it is. */
    public void say(String text) {
        PrintWriter writer = command().commandLine().getOut();
        writer.println(text);
        writer.flush();
    }

    /** The error of options that cannot be. */
    public ParameterException wrong(String text) {
        return new ParameterException(command().commandLine(), text);
    }

    private CommandSpec command() {
        return Objects.requireNonNull(command, "picocli sets it");
    }
}
