/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.allinone.AllInOneApplication;
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
import org.awaitility.Awaitility;

/** Everything in one JVM, as {@code ./run platform} starts it, and PostgreSQL beside it. */
public final class AllInOne implements Deployment {

    private static final Pattern TOKEN = Pattern.compile("TOKEN=(\\S+)");
    private static final int PORT_LINE = 3;

    private final Path folder;
    private final int http = Ports.free();
    private final int stations = Ports.free();
    private final ChildJvm jvm;
    private final String token;

    private AllInOne(Path folder) {
        this.folder = folder;
        List<String> arguments =
                List.of(
                        "platform",
                        "--data=" + folder,
                        "--http-port=" + http,
                        "--station-port=" + stations,
                        "--station-tls-port=" + Ports.free(),
                        "--station-mutual-tls-port=" + Ports.free(),
                        "--issuer-port=" + Ports.free());
        List<String> options =
                List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
        jvm = ChildJvm.start(AllInOneApplication.class, options, arguments);
        Awaitility.await("the platform is ready")
                .atMost(Duration.ofMinutes(3))
                .until(() -> TOKEN.matcher(jvm.output()).find() || !jvm.isAlive());
        Matcher matcher = TOKEN.matcher(jvm.output());
        if (!matcher.find()) {
            throw new IllegalStateException(jvm.output());
        }
        token = matcher.group(1);
    }

    /** Starts it and returns when stations may connect. */
    public static AllInOne start(Path folder) {
        return new AllInOne(folder);
    }

    @Override
    public String name() {
        return "all in one JVM";
    }

    @Override
    public URI stations() {
        return URI.create("ws://127.0.0.1:" + stations + "/ocpp/");
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
