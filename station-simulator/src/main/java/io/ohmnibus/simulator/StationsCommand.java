/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.security.Pem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Lets simulated stations charge at a CSMS; exit status 1 when they cannot, 2 for wrong options.
 */
@Command(
        name = "stations",
        description = {
            "Starts simulated charging stations that connect, boot, and charge again and again.",
            "Ctrl-C stops them."
        })
public final class StationsCommand implements Callable<Integer> {

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "ws://localhost:9000/ocpp",
            description = "The CSMS; station ids are appended. Default: ${DEFAULT-VALUE}")
    private String url = "";

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many stations. Default: ${DEFAULT-VALUE}")
    private int count;

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            defaultValue = "2.1",
            description =
                    "OCPP 2.1, 2.0.1 or mixed (every third speaks 2.0.1). Default: ${DEFAULT-VALUE}")
    private String ocpp = "";

    @Option(
            names = "--id-prefix",
            paramLabel = "TEXT",
            defaultValue = "CS",
            description =
                    "Stations are called TEXT001, TEXT002 and so on. Default: ${DEFAULT-VALUE}")
    private String idPrefix = "";

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            description = "The same HTTP Basic password for all stations")
    private @Nullable String password;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "A CSV file with id,password per line; replaces --count and --id-prefix")
    private @Nullable Path credentials;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "A PEM file with the CA to trust for wss instead of those of Java")
    private @Nullable Path trust;

    @Option(
            names = "--token",
            paramLabel = "ID",
            defaultValue = "04A1B2C3D4",
            description = "The token that drivers present. Default: ${DEFAULT-VALUE}")
    private String token = "";

    @Option(
            names = "--token-type",
            paramLabel = "TYPE",
            defaultValue = "ISO14443",
            description = "Its type. Default: ${DEFAULT-VALUE}")
    private String tokenType = "";

    @Option(
            names = "--ramp",
            paramLabel = "N/s",
            defaultValue = "100/s",
            description = "How many stations connect per second. Default: ${DEFAULT-VALUE}")
    private String ramp = "";

    @Option(
            names = "--charging",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a session lasts. Default: ${DEFAULT-VALUE}")
    private long charging;

    @Option(
            names = "--readings",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "Every how often meter values go out. Default: ${DEFAULT-VALUE}")
    private long readings;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Between two sessions of a station. Default: ${DEFAULT-VALUE}")
    private long pause;

    @Option(
            names = "--once",
            description = "One session per station, then the end; fails when any session fails")
    private boolean once;

    @Option(names = "--quiet", description = "Problems only")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this and ends")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Spec private @Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "stations-logback.xml");
        System.exit(new CommandLine(new StationsCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var stations = stations();
        var fleet = new Fleet(out(), err(), quiet, perSecond());
        var habit =
                new DemoDriver.Habit(
                        new IdToken(null, token, tokenType, null),
                        Duration.ofSeconds(positive("--charging", charging)),
                        Duration.ofSeconds(positive("--readings", readings)),
                        Duration.ofSeconds(pause));
        return once ? fleet.once(stations, habit) : fleet.forever(stations, habit);
    }

    private List<StationBuilder> stations() {
        if (!url.startsWith("ws://") && !url.startsWith("wss://")) {
            throw wrong("--url begins with ws:// or wss://, not as " + url);
        }
        if (credentials != null) {
            return fromFile(credentials);
        }
        positive("--count", count);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> builder(idPrefix + "%03d".formatted(i), password, i))
                .toList();
    }

    private List<StationBuilder> fromFile(Path file) {
        try {
            var lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
            if (!lines.isEmpty() && lines.getFirst().toLowerCase(Locale.ROOT).startsWith("id,")) {
                lines = lines.subList(1, lines.size());
            }
            if (lines.isEmpty()) {
                throw wrong(file + " names no station");
            }
            var all = lines;
            return IntStream.range(0, all.size())
                    .mapToObj(i -> fromLine(file, all.get(i), i + 1))
                    .toList();
        } catch (IOException e) {
            throw wrong("cannot read " + file + ": " + e.getMessage());
        }
    }

    private StationBuilder fromLine(Path file, String line, int number) {
        int comma = line.indexOf(',');
        if (comma < 1) {
            throw wrong(file + ": expected id,password instead of: " + line);
        }
        return builder(line.substring(0, comma).trim(), line.substring(comma + 1).trim(), number);
    }

    private StationBuilder builder(String id, @Nullable String secret, int number) {
        try {
            var builder = Station.builder(id).url(url).password(secret).version(version(number));
            if (trust != null) {
                Pem.certificates(Files.readString(trust)).forEach(builder::trust);
            }
            return builder;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (IOException | CertificateException e) {
            throw wrong("cannot read " + trust + ": " + e.getMessage());
        }
    }

    private OcppVersion version(int number) {
        return switch (ocpp) {
            case "2.1" -> OcppVersion.V2_1;
            case "2.0.1" -> OcppVersion.V2_0_1;
            case "mixed" -> number % 3 == 0 ? OcppVersion.V2_0_1 : OcppVersion.V2_1;
            default -> throw wrong("--version is 2.1, 2.0.1 or mixed, not " + ocpp);
        };
    }

    private int perSecond() {
        var number = ramp.endsWith("/s") ? ramp.substring(0, ramp.length() - 2) : ramp;
        try {
            return (int) positive("--ramp", Integer.parseInt(number));
        } catch (NumberFormatException _) {
            throw wrong("--ramp is a number of stations per second such as 100/s, not " + ramp);
        }
    }

    private long positive(String option, long value) {
        if (value < 1) {
            throw wrong(option + " is at least 1, not " + value);
        }
        return value;
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec().commandLine(), text);
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("started without picocli");
        }
        return spec;
    }
}
