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
import io.ohmnibus.bench.report.Output;
import io.ohmnibus.bench.report.Picture;
import io.ohmnibus.bench.report.Report;
import io.ohmnibus.bench.report.Result;
import io.ohmnibus.bench.scenario.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            description =
                    "Seconds that each load runs before, and then until what it needs is compiled (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Mixin private final Output output = new Output("bench");

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "DIR",
            description = "Compares two reports and measures nothing.")
    private List<Path> compare = List.of();

    @Override
    public Integer call() throws IOException {
        if (!compare.isEmpty()) {
            output.say(Comparison.of(read(compare.getFirst()), read(compare.getLast())));
            return 0;
        }
        List<String> unknown = only.stream().filter(name -> !Plan.NAMES.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw output.wrong("There is no %s; there are %s.".formatted(unknown, Plan.NAMES));
        }
        Path folder = output.folder(); // known to be there before it takes an hour
        write(output.withData(this::measured), folder);
        return 0;
    }

    private Report measured(Path data) {
        Plan plan = new Plan(stations, idle, storm, only);
        List<Result> results =
                new ArrayList<>(plan.yardsticks(data, warmUp(), measure(), output::progress));
        String deployment = run(plan, data, results);
        return new Report(
                Machine.commit(), output.began(), Machine.description(), deployment, results);
    }

    private String run(Plan plan, Path data, List<Result> results) {
        if (!allInOne && !cold && !plan.isYardsticksOnly()) {
            Rehearsal.unlessDone(data, output::progress);
        }
        results.addAll(plan.starts(data, measure(), !allInOne, output::progress));
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
        output.progress("Starting the platform, %s ...".formatted(size));
        try (Deployment deployment = deployment(data, size)) {
            output.progress("Registering %d stations ...".formatted(plan.mostStations()));
            List<String> ids = Register.fill(deployment, plan.mostStations());
            World world = new World(deployment, ids, measure(), warmUp(), output::progress);
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
        output.say(text);
        output.progress("Written to " + folder.toAbsolutePath());
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
}
