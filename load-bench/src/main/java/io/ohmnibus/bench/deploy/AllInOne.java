/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.allinone.AllInOneApplication;
import io.ohmnibus.bench.load.Access;
import io.ohmnibus.embedded.Ports;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.process.ChildJvm;
import io.ohmnibus.platform.test.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Everything in one JVM, as {@code ./run platform} starts it, and PostgreSQL beside it. */
public final class AllInOne implements Deployment {

    private static final Pattern TOKEN = Pattern.compile("TOKEN=(\\S+)");
    private static final int PORT_LINE = 3;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String NAME = "all-in-one";

    private static final List<String> LOADED =
            List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
    private static final List<String> AS_RUN =
            List.of(
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders");

    private final Path folder;
    private final int http = Ports.free();
    private final int stations = Ports.free();
    private final int tls = Ports.free();
    private final Started started;
    private final ChildJvm jvm;
    private final String token;

    private AllInOne(Path folder, List<String> options) {
        long began = System.nanoTime();
        this.folder = folder;
        List<String> arguments =
                List.of(
                        "platform",
                        "--data=" + folder,
                        "--http-port=" + http,
                        "--station-port=" + stations,
                        "--station-tls-port=" + tls,
                        "--station-mutual-tls-port=" + Ports.free(),
                        "--issuer-port=" + Ports.free());
        jvm = ChildJvm.start(AllInOneApplication.class, options, arguments);
        Awaitility.await("the platform is ready")
                .atMost(START)
                .pollInterval(LOOK)
                .until(() -> TOKEN.matcher(jvm.output()).find() || !jvm.isAlive());
        Matcher matcher = TOKEN.matcher(jvm.output());
        if (!matcher.find()) {
            throw new IllegalStateException(jvm.output());
        }
        token = matcher.group(1);
        started = Started.of(parts().getFirst(), began);
    }

    /** Starts it and returns when stations may connect. */
    public static AllInOne start(Path folder) {
        return new AllInOne(folder, LOADED);
    }

    /**
     * The same with the JVM of {@code ./run}: the first compiler alone, and an AOT cache from a
     * rehearsal that is made up for when there was none since the bench was built.
     */
    public static AllInOne asPeopleDo(Path folder, Path rehearsal) {
        if (!Learned.isThere(List.of(NAME))) {
            rehearse(rehearsal);
        }
        return new AllInOne(folder, with(Learned.BEFORE));
    }

    private static void rehearse(Path folder) {
        List<String> arguments = List.of("rehearse", "--data=" + folder);
        try (ChildJvm jvm =
                ChildJvm.start(AllInOneApplication.class, with(Learned.NOW), arguments)) {
            Awaitility.await("the rehearsal is over").atMost(START).until(() -> !jvm.isAlive());
            Learned.NOW.ended(NAME, jvm.terminate());
        }
    }

    private static List<String> with(Learned learned) {
        return Stream.of(AS_RUN, learned.options(NAME)).flatMap(List::stream).toList();
    }

    /** What its start took. */
    public Started started() {
        return started;
    }

    @Override
    public URI stations() {
        return URI.create("ws://127.0.0.1:" + stations + "/ocpp/");
    }

    @Override
    public Access access() {
        return Access.plain(List.of(stations()), Register.PASSWORD);
    }

    @Override
    public Access tlsAccess() {
        return Access.tls(
                List.of(URI.create("wss://127.0.0.1:" + tls + "/ocpp/")),
                Register.PASSWORD,
                folder.resolve("pki").resolve("root.pem"));
    }

    @Override
    public URI rest(Service service) {
        return URI.create("http://localhost:%d/api/%s/".formatted(http, service.id()));
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.jvms("platform", List.of(jvm.pid())),
                new Part("postgres", List.of(), () -> ServerProcess.postgres(folder)));
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public String jdbcUrl() {
        try {
            List<String> lines =
                    Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
            return "jdbc:postgresql://127.0.0.1:%s/ohmnibus?user=postgres"
                    .formatted(lines.get(PORT_LINE).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jvm.terminate();
    }
}
