/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static io.ohmnibus.gateway.GatewayUnderTest.PASSWORD;
import static io.ohmnibus.gateway.GatewayUnderTest.bootNotification;
import static io.ohmnibus.gateway.RawStation.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.RawStation.Frame;
import io.ohmnibus.gateway.edge.StationServer;
import io.ohmnibus.gateway.tls.TestAuthority;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stations behind a proxy that ends TLS, with its own ideas of idle connections (pain 22, 27). */
@EmbeddedTest
final class BehindAProxyIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final String OCPP = "Sec-WebSocket-Protocol: ocpp2.1";
    private static final TestAuthority ROOT = TestAuthority.root("Root");

    @TempDir private static Path files;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start(EmbeddedServers servers) throws IOException {
        Path authorities = files.resolve("authorities.pem");
        Files.writeString(authorities, TestAuthority.pem(ROOT.certificate()));
        gateway =
                new GatewayUnderTest(
                        servers,
                        0,
                        "spring.ssl.bundle.pem.stations.truststore.certificate=file:" + authorities,
                        "ohmnibus.gateway.tls.trust=stations",
                        "ohmnibus.gateway.ping-interval=1s",
                        "ohmnibus.gateway.proxy.port=0",
                        "ohmnibus.gateway.proxy.addresses=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static TlsEndingProxy proxy(Duration idleLimit) {
        return new TlsEndingProxy(
                ROOT,
                ROOT.issue("CN=localhost", options -> options.dnsName("localhost")),
                gateway.bean(StationServer.class).proxyPort(),
                idleLimit);
    }

    private static void register(String station, StationCredentials credentials) {
        gateway.register(new StationKey("default", station), credentials);
    }

    private static RawStation knock(
            TlsEndingProxy proxy, String station, @Nullable Identity identity) {
        try {
            Socket tls =
                    ROOT.client(identity)
                            .getSocketFactory()
                            .createSocket(InetAddress.getLoopbackAddress(), proxy.port());
            return RawStation.handshake(
                    tls,
                    "/ocpp/" + station,
                    basic(station, PASSWORD),
                    "X-Forwarded-For: 6.6.6.6",
                    OCPP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawStation accepted(TlsEndingProxy proxy, String station) {
        register(station, new StationCredentials(2, gateway.hash(), Instant.EPOCH));
        RawStation connected = knock(proxy, station, null);
        assertThat(connected.status()).isEqualTo(101);
        assertThat(connected.ask(bootNotification("b"))).contains("Accepted");
        return connected;
    }

    private static String heartbeat(String id) {
        return "[2,\"" + id + "\",\"Heartbeat\",{}]";
    }

    @Test
    void keepsAQuietStationThroughACutOffThatIsLongerThanThePings() { // F25
        try (TlsEndingProxy proxy = proxy(Duration.ofSeconds(4));
                RawStation station = accepted(proxy, "Quiet")) {
            for (int i = 0; i < 7; i++) { // seven seconds
                Frame ping = station.readAny();
                assertThat(ping.opcode()).isEqualTo(RawStation.PING);
                station.frame(0x80 | RawStation.PONG, ping.payload(), true);
            }
            assertThat(station.ask(heartbeat("hb"))).contains("currentTime");
        }
    }

    @Test
    void letsAStationComeBackThatWasCutOff() { // F25
        try (TlsEndingProxy hasty = proxy(Duration.ofMillis(300));
                TlsEndingProxy patient = proxy(NEVER)) {
            try (RawStation station = accepted(hasty, "Cut")) {
                assertThat(station.closed()).isTrue();
            }
            gateway.awaitOffline("Cut");
            try (RawStation again = accepted(patient, "Cut")) {
                assertThat(again.ask(heartbeat("hb"))).contains("currentTime");
                StationConnection seen = gateway.awaitConnection("Cut", StationConnection::online);
                assertThat(seen.remoteAddress()).startsWith("203.0.113.77");
            }
        }
    }

    @Test
    void endsAConnectionThatTheProxyHasHalfClosed() throws IOException { // F25
        try (TlsEndingProxy proxy = proxy(NEVER);
                RawStation station = accepted(proxy, "Half")) {
            proxy.halfClose();
            gateway.awaitOffline("Half");
            await().atMost(LONG).until(station::closed);
        }
    }

    @Test
    void readsFramesThatTheProxyJoinsAndCuts() throws IOException { // F25
        try (TlsEndingProxy proxy = proxy(NEVER);
                RawStation station = accepted(proxy, "Joined")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 0; i < 20; i++) {
                byte[] frame = heartbeat("hb" + i).getBytes(StandardCharsets.US_ASCII);
                all.write(new byte[] {(byte) 0x81, (byte) (0x80 | frame.length), 0, 0, 0, 0});
                all.write(frame);
            }
            station.raw(all.toByteArray());
            for (int i = 0; i < 20; i++) {
                assertThat(station.read().text()).startsWith("[3,\"hb" + i + "\"");
            }
        }
    }

    @Test
    void knowsACertificateThatTheProxyTook() { // pain 27, A12
        Identity own = ROOT.issue("CN=Shown,O=Operator");
        register(
                "Shown",
                new StationCredentials(3, null, Instant.EPOCH)
                        .certificates(
                                List.of(own.certificate().getSerialNumber().toString(16)),
                                List.of(),
                                Instant.EPOCH));
        try (TlsEndingProxy proxy = proxy(NEVER);
                RawStation station = knock(proxy, "Shown", own);
                RawStation without = knock(proxy, "Shown", null);
                RawStation other = knock(proxy, "Shown", ROOT.issue("CN=Other,O=Operator"))) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(without.status()).isEqualTo(401);
            assertThat(other.status()).isEqualTo(403);
        }
    }
}
