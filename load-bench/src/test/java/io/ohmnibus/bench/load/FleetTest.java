/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.ohmnibus.allinone.Pki;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpInfos;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;

final class FleetTest {

    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private volatile String registration = "Accepted";

    private final DisposableServer server = start(HttpServer.create());

    private DisposableServer start(HttpServer plain) {
        return plain.host("127.0.0.1")
                .port(0)
                .route(routes ->
                        routes.ws(
                                "/ocpp/{station}",
                                (in, out) -> {
                                    in.withConnection(this::see);
                                    return out.sendString(
                                            in.receive().asString().concatMap(this::answer));
                                },
                                WebsocketServerSpec.builder().protocols("ocpp2.1").build()))
                .bindNow();
    }

    private void see(Connection connection) {
        String path = ((HttpInfos) connection).path();
        int port = ((InetSocketAddress) connection.channel().localAddress()).getPort();
        seen.put(path.substring(path.lastIndexOf('/') + 1), port);
    }

    /** Heartbeats after a while, with an error now and then; everything else at once. */
    private Mono<String> answer(String call) {
        String id = call.substring(4, call.indexOf('"', 4));
        if (call.contains("BootNotification")) {
            return Mono.just("[3,\"" + id + "\",{\"status\":\"" + registration + "\"}]");
        }
        return id.endsWith("-3")
                ? Mono.just("[4,\"" + id + "\",\"InternalError\",\"\",{}]")
                : Mono.just("[3,\"" + id + "\",{}]").delayElement(Duration.ofMillis(20));
    }

    private Fleet fleet() {
        URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/");
        return new Fleet(Access.plain(List.of(uri), "password"), List.of("A", "B"));
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void countsResultsAndErrorsApart() {
        try (Fleet fleet = fleet()) {
            fleet.boot();
            try (Running running = fleet.closedLoop(Traffics.heartbeats())) {
                Measured measured = running.measure(MOMENT);

                assertThat(measured.errors()).isEqualTo(2);
                assertThat(measured.firstError()).contains("InternalError");
                assertThat(measured.count()).isBetween(4L, 50L);
                assertThat(measured.millis(50)).isBetween(20.0, 400.0);
            }
        }
    }

    @Test
    void latencyCountsFromWhenTheCallWasDue() {
        try (Fleet fleet = fleet()) {
            fleet.boot();
            // Two stations can send 100 in a second; 1000 are due, so the queue only grows.
            try (Running running = fleet.openLoop(Traffics.heartbeats(), 1000)) {
                assertThat(running.measure(MOMENT).millis(100)).isGreaterThan(100);
            }
        }
    }

    @Test
    void aStormEndsWhenEverybodyIsAnswered() {
        try (Fleet fleet = fleet()) {
            Measured measured = fleet.storm();

            assertThat(measured.count()).isEqualTo(2);
            assertThat(measured.errors()).isZero();
        }
    }

    @Test
    void aStationThatIsNotAcceptedIsAnError() {
        registration = "Pending";
        try (Fleet fleet = fleet()) {
            Measured measured = fleet.storm();

            assertThat(measured.count()).isZero();
            assertThat(measured.errors()).isEqualTo(2);
            assertThat(measured.firstError()).contains("Pending");
        }
        try (Fleet fleet = fleet()) {
            assertThatThrownBy(fleet::boot).hasMessageContaining("0 of 2 stations booted");
        }
    }

    @Test
    void overTlsTheServersCertificateMustComeFromTheRoot(@TempDir Path folder) throws Exception {
        Path pki = folder.resolve("pki");
        Path root = Pki.open(folder, "secret").rootFile();
        SslContext tls =
                SslContextBuilder.forServer(
                                pki.resolve("server-ec.crt").toFile(),
                                pki.resolve("server-ec.key").toFile())
                        .build();
        Path otherRoot = Pki.open(folder.resolve("other"), "secret").rootFile();
        DisposableServer secured = start(HttpServer.create().secure(spec -> spec.sslContext(tls)));
        List<URI> uris = List.of(URI.create("wss://127.0.0.1:" + secured.port() + "/ocpp/"));
        List<String> ids = List.of("A", "B");
        try (Fleet fleet = new Fleet(Access.tls(uris, "password", root), ids)) {
            assertThat(fleet.storm().count()).isEqualTo(2);
        }
        try (Fleet fleet = new Fleet(Access.tls(uris, "password", otherRoot), ids)) {
            assertThatThrownBy(fleet::connect).hasMessageContaining("cannot connect");
        } finally {
            secured.disposeNow();
        }
    }

    @Test
    void stationsTakeTheGatewaysInTurn() {
        DisposableServer second = start(HttpServer.create());
        List<URI> uris =
                List.of(
                        URI.create("ws://127.0.0.1:" + server.port() + "/ocpp/"),
                        URI.create("ws://127.0.0.1:" + second.port() + "/ocpp/"));
        try (Fleet fleet = new Fleet(Access.plain(uris, "password"), List.of("A", "B", "C"))) {
            fleet.boot();
            assertThat(seen)
                    .containsOnly(
                            Map.entry("A", server.port()),
                            Map.entry("B", second.port()),
                            Map.entry("C", server.port()));
        } finally {
            second.disposeNow();
        }
    }
}
