/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench;

import io.ohmnibus.bench.crash.CrashCommand;
import io.ohmnibus.bench.deploy.AllInOne;
import io.ohmnibus.bench.deploy.Deployment;
import io.ohmnibus.bench.deploy.Register;
import io.ohmnibus.bench.deploy.Separate;
import io.ohmnibus.bench.deploy.Size;
import io.ohmnibus.bench.report.Comparison;
import io.ohmnibus.bench.report.Machine;
import io.ohmnibus.bench.report.Markdown;
import io.ohmnibus.bench.report.Picture;
import io.ohmnibus.bench.report.Report;
import io.ohmnibus.bench.report.Result;
import io.ohmnibus.bench.scenario.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the platform and writes a report, or compares two reports. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = CrashCommand.class,
        description = {
            "Starts the platform as separate processes on this machine, puts load on it",
            "and writes a table, a picture and the raw numbers."
        })
final class BenchCommand implements Callable<Integer> {

    private static final String RAW = "results.json";

    @Option(names = "--all-in-one", description = "Everything in one JVM, as ./run does.")
    private boolean allInOne;

    @Option(
            names = "--cold",
            description = "JVMs that know nothing of an earlier run (no rehearsal, no AOT cache).")
    private boolean cold;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Some of: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Plan.Choices.class)
    private Set<String> only = Set.of();

    @Option(
            names = "--stations",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,50,500,2000",
            description = "How many charge at one time (default: ${DEFAULT-VALUE}).")
    private List<Integer> stations = List.of();

    @Option(
            names = "--idle",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Idle connections (default: ${DEFAULT-VALUE}).")
    private int idle;

    @Option(
            names = "--storm",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many connect at the same moment (default: ${DEFAULT-VALUE}).")
    private int storm;

    @Option(
            names = "--gateways",
            paramLabel = "N",
            defaultValue = "1",
            description = "More than one: everything on one, then on so many gateways.")
    private int gateways;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same for the instances of each other service.")
    private int instances;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each load is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "10",
            description = "Seconds that each load runs before (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes (default: bench-results/TIME).")
    private @Nullable Path out;

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "DIR",
            description = "Compares two reports and measures nothing.")
    private List<Path> compare = List.of();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!compare.isEmpty()) {
            say(Comparison.of(read(compare.getFirst()), read(compare.getLast())));
            return 0;
        }
        List<String> unknown = only.stream().filter(name -> !Plan.NAMES.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    commandLine().commandLine(),
                    "There is no %s; there are %s.".formatted(unknown, Plan.NAMES));
        }
        Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path folder =
                out == null ? Path.of("bench-results", time.toString().replace(":", "")) : out;
        Files.createDirectories(folder);
        Path data = Files.createTempDirectory("ohmnibus-bench");
        try {
            Plan plan = new Plan(stations, idle, storm, only);
            List<Result> results =
                    new ArrayList<>(plan.yardsticks(data, warmUp(), measure(), this::progress));
            String deployment = run(plan, data, results);
            write(
                    new Report(
                            Machine.commit(),
                            time.toString(),
                            Machine.description(),
                            deployment,
                            results),
                    folder);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        return 0;
    }

    private String run(Plan plan, Path data, List<Result> results) {
        if (!allInOne && !cold && !plan.isYardsticksOnly()) {
            Rehearsal.unlessDone(data, this::progress);
        }
        results.addAll(plan.starts(data, measure(), !allInOne, this::progress));
        if (plan.scenarios().isEmpty()) {
            return "no load on the platform";
        }
        Size size = new Size(gateways, instances);
        results.addAll(run(plan, data.resolve("one"), Size.ONE));
        if (allInOne || size.equals(Size.ONE)) {
            return allInOne ? "all in one JVM" : "separate processes";
        }
        run(plan, data.resolve("several"), size)
                .forEach(result -> results.add(result.in(size.toString())));
        return "separate processes, one of each and " + size;
    }

    private List<Result> run(Plan plan, Path data, Size size) {
        List<Result> results = new ArrayList<>();
        progress("Starting the platform, %s ...".formatted(size));
        try (Deployment deployment = deployment(data, size)) {
            progress("Registering %d stations ...".formatted(plan.mostStations()));
            List<String> ids = Register.fill(deployment, plan.mostStations());
            World world = new World(deployment, ids, measure(), warmUp(), this::progress);
            plan.scenarios().values().forEach(scenario -> results.addAll(scenario.run(world)));
        }
        return results;
    }

    private Deployment deployment(Path folder, Size size) {
        if (allInOne) {
            return AllInOne.start(folder);
        }
        return cold ? Separate.start(folder, size) : Separate.rehearsed(folder, size);
    }

    private void write(Report report, Path folder) throws IOException {
        report.write(folder.resolve(RAW));
        String text = Markdown.of(report);
        Files.writeString(folder.resolve("report.md"), text);
        Files.writeString(folder.resolve("picture.svg"), Picture.of(report));
        say(text);
        progress("Written to " + folder.toAbsolutePath());
    }

    private static Report read(Path path) {
        return Report.read(Files.isDirectory(path) ? path.resolve(RAW) : path);
    }

    private Duration measure() {
        return Duration.ofSeconds(seconds);
    }

    private Duration warmUp() {
        return Duration.ofSeconds(warmUp);
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
        return java.util.Objects.requireNonNull(spec);
    }
}
