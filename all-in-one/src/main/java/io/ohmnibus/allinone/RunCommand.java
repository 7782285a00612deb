/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.simulator.StationsCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform and three stations that charge again and again. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        version = "Ohmnibus 0.1.0",
        description = {
            "Starts the whole platform on this machine and three simulated stations.",
            "Ctrl-C stops it; the data is there again at the next start."
        },
        footer = {
            "",
            "Also: ./run bench measures the platform, ./run crash-test kills it piece by piece and",
            "looks at what is left; both list their options with --help."
        },
        subcommands = {
            RunCommand.PlatformCommand.class,
            RunCommand.RehearseCommand.class,
            StationsCommand.class
        })
final class RunCommand implements Callable<Integer> {

    @Mixin private final PlatformOptions options = new PlatformOptions();

    @Override
    public Integer call() throws Exception {
        return run(options, true);
    }

    /** Starts the platform alone. */
    @Command(
            name = "platform",
            mixinStandardHelpOptions = true,
            description = "Starts the platform without stations.")
    static final class PlatformCommand implements Callable<Integer> {

        @Mixin private final PlatformOptions options = new PlatformOptions();

        @Override
        public Integer call() throws Exception {
            return run(options, false);
        }
    }

    /** What {@code ./run} does after a build, for the JVM to remember what a start needs. */
    @Command(
            name = "rehearse",
            hidden = true,
            description = "Starts everything on free ports, lets stations charge, and stops.")
    static final class RehearseCommand implements Callable<Integer> {

        private static final int SECONDS = 8;

        @Option(names = "--data", required = true, paramLabel = "DIR", description = "New.")
        private @Nullable Path data;

        @Override
        public Integer call() throws Exception {
            Path folder = Objects.requireNonNull(data).toAbsolutePath();
            PlatformSettings settings = PlatformSettings.onFreePorts(folder);
            Console console = new Console();
            try (OhmnibusPlatform platform = OhmnibusPlatform.start(settings);
                    Api api = new Api(settings, platform.tokens().get());
                    Demo demo = Demo.prepare(platform, api, console)) {
                demo.start();
                boolean _ = new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
            }
            return 0;
        }
    }

    private static int run(PlatformOptions options, boolean withStations) throws Exception {
        long began = System.nanoTime();
        Console console = new Console();
        console.say("Starting Kafka, PostgreSQL, the issuer and 8 services ...");
        OhmnibusPlatform platform = options.start();
        CountDownLatch stopped = new CountDownLatch(1);
        String token = platform.tokens().get();
        try (Api api = new Api(platform.settings(), token)) {
            importFrom(options.importFrom(), api, console);
            @Nullable Demo demo = withStations ? Demo.prepare(platform, api, console) : null;
            console.ready(platform, token, withStations, began);
            if (demo != null) {
                demo.start();
            }
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        console.say("Stopping ...");
                                        if (demo != null) {
                                            demo.close();
                                        }
                                        platform.close();
                                        console.say("Stopped.");
                                        stopped.countDown();
                                    },
                                    "stop"));
            stopped.await();
        }
        return 0;
    }

    private static void importFrom(@Nullable Path folder, Api api, Console console) {
        if (folder == null) {
            return;
        }
        Path stations = folder.resolve("stations.csv");
        if (Files.exists(stations)) {
            console.say("Stations imported: " + api.importCsv("station/stations/import", stations));
        }
        Path tokens = folder.resolve("tokens.csv");
        if (Files.exists(tokens)) {
            console.say("Tokens imported: " + api.importCsv("auth/tokens/import", tokens));
        }
    }
}
