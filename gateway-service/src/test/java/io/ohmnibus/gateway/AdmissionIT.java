/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static io.ohmnibus.gateway.GatewayUnderTest.PASSWORD;
import static io.ohmnibus.gateway.GatewayUnderTest.bootNotification;
import static io.ohmnibus.gateway.RawStation.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.admission.SecurityProfile;
import io.ohmnibus.gateway.edge.StationServer;
import io.ohmnibus.gateway.tls.TestAuthority;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes too often, too slowly or too many at a time, on real sockets. */
@EmbeddedTest
final class AdmissionIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final String OCPP = "Sec-WebSocket-Protocol: ocpp2.1";
    private static final TestAuthority ROOT = TestAuthority.root("Root");

    @TempDir private static Path files;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start(EmbeddedServers servers) throws IOException {
        Identity server = ROOT.issue("CN=localhost", options -> options.dnsName("localhost"));
        Path key = Files.writeString(files.resolve("key.pem"), server.keyPem());
        Path chain = Files.writeString(files.resolve("chain.pem"), server.chainPem());
        gateway =
                new GatewayUnderTest(
                        servers,
                        0,
                        "spring.ssl.bundle.pem.ec.keystore.certificate=file:" + chain,
                        "spring.ssl.bundle.pem.ec.keystore.private-key=file:" + key,
                        "ohmnibus.gateway.tls.port=0",
                        "ohmnibus.gateway.tls.certificates=ec",
                        "ohmnibus.gateway.proxy.balancers=127.0.9.0/24",
                        "ohmnibus.gateway.admission.handshake-limit=3s",
                        "ohmnibus.gateway.admission.max-connections-per-address=30",
                        "ohmnibus.gateway.admission.handshakes-per-second=20",
                        "ohmnibus.gateway.admission.connects-per-minute=1",
                        "ohmnibus.gateway.admission.connect-burst=3",
                        "ohmnibus.gateway.admission.free-attempts=2",
                        "ohmnibus.gateway.admission.max-attempt-delay=1s",
                        "ohmnibus.gateway.admission.refuse-unknown-subprotocol=true");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static void register(String station) {
        gateway.register(
                new StationKey("default", station),
                new StationCredentials(1, gateway.hash(), Instant.EPOCH));
    }

    /** Comes from an address of its own, so that tests do not count for each other. */
    private static Socket from(String address) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", gateway.port()));
        return socket;
    }

    private static RawStation knock(String address, String station, String password)
            throws IOException {
        return RawStation.handshake(
                from(address), "/ocpp/" + station, basic(station, password), OCPP);
    }

    private static int status(String address, String station, String password) throws IOException {
        try (RawStation knocking = knock(address, station, password)) {
            return knocking.status();
        }
    }

    @Test
    void letsThoseWhoGuessWaitButNotTheStation() throws IOException { // A3, A4
        register("CS-guessed");
        for (String station : List.of("CS-guessed", "CS-made-up")) {
            int wrong = station.equals("CS-guessed") ? 401 : 404;
            String address = station.equals("CS-guessed") ? "127.0.1.1" : "127.0.1.2";
            assertThat(status(address, station, "a-wrong-password-1")).isEqualTo(wrong);
            assertThat(status(address, station, "a-wrong-password-2")).isEqualTo(wrong);
            long since = System.nanoTime();
            try (RawStation third = knock(address, station, "a-wrong-password-3")) {
                assertThat(third.status()).isEqualTo(429);
                assertThat(third.responseHead()).containsIgnoringCase("Retry-After:");
                assertThat(Duration.ofNanos(System.nanoTime() - since))
                        .isGreaterThanOrEqualTo(Duration.ofMillis(990));
            }
        }
        assertThat(status("127.0.1.3", "CS-guessed", "a-wrong-password-4")).isEqualTo(429);
        assertThat(status("127.0.1.2", "CS-new", "a-password-nobody-knows")).isEqualTo(429);
        await().untilAsserted(() -> { // they are told as what they are: B02's pool lives of it
            assertThat(gateway.get("default", "/refusals?station=CS-guessed").body())
                    .doesNotContain("UNKNOWN_STATION")
                    .containsPattern("(?s)(WRONG_PASSWORD.*){4}");
            assertThat(gateway.get("default", "/refusals?station=CS-new").body())
                    .contains("UNKNOWN_STATION");
        });
        assertThat(status("127.0.1.1", "CS-guessed", PASSWORD)).isEqualTo(101);
        assertThat(status("127.0.1.4", "CS-guessed", PASSWORD)).isEqualTo(101);
    }

    @Test
    void doesNotLetAStationFlap() throws IOException { // A8
        register("CS-flaps");
        try (RawStation stays = knock("127.0.2.1", "CS-flaps", PASSWORD)) {
            assertThat(stays.ask(bootNotification("b1"))).contains("Accepted");
        }
        assertThat(status("127.0.2.1", "CS-flaps", PASSWORD)).isEqualTo(101);
        try (RawStation stays = knock("127.0.2.1", "CS-flaps", PASSWORD)) {
            assertThat(stays.status()).isEqualTo(101);
            assertThat(status("127.0.2.1", "CS-flaps", PASSWORD)).isEqualTo(429);
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
            assertThat(stays.ask(bootNotification("b2"))).contains("Accepted");
            assertThat(stays.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void givesUpWhoConnectsAndSaysNothing() throws IOException { // A15
        try (RawStation silent = RawStation.over(from("127.0.3.1"))) {
            assertThat(silent.closed()).isTrue();
        }
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(gateway.get("default", "/refusals").body())
                                .contains("\"SLOW_HANDSHAKE\""));
    }

    @Test
    void givesUpATlsHandshakeThatStops() throws IOException { // A15
        int port = gateway.bean(StationServer.class).port(SecurityProfile.TLS_BASIC);
        byte[] beginningOfAClientHello = {22, 3, 1, 0, 120, 1, 0, 0, 116, 3, 3, 1, 2, 3};
        try (RawStation half =
                RawStation.over(new Socket(InetAddress.getLoopbackAddress(), port))) {
            half.raw(beginningOfAClientHello);
            assertThat(half.closed()).isTrue();
        }
    }

    @Test
    void givesUpWhoSendsItsHandshakeByteByByte() throws IOException { // A15, F27
        byte[] head =
                ("GET /ocpp/CS-slow HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(4_000))
                        .getBytes(StandardCharsets.US_ASCII);
        try (Socket slow = from("127.0.3.2")) {
            long since = System.nanoTime();
            int sent = 0;
            try {
                while (sent < head.length && System.nanoTime() - since < LONG.toNanos()) {
                    int next = head[sent++];
                    slow.getOutputStream().write(next);
                    slow.setSoTimeout(20);
                    if (endOf(slow)) {
                        break;
                    }
                }
            } catch (SocketException closed) {
                assertThat(closed).isNotNull();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - since))
                    .isBetween(Duration.ofSeconds(2), LONG);
            assertThat(sent).isLessThan(head.length);
        }
    }

    private static boolean endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException _) {
            return false;
        }
    }

    @Test
    void allowsAnAddressOnlySoManyConnections() throws IOException { // A15
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                open.add(from("127.0.4.1"));
            }
            try (RawStation oneTooMany = RawStation.over(from("127.0.4.1"))) {
                assertThat(oneTooMany.closed()).isTrue();
            }
            register("CS-neighbour");
            assertThat(status("127.0.4.2", "CS-neighbour", PASSWORD)).isEqualTo(101);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        await().atMost(LONG)
                .untilAsserted(() -> {
                    try (RawStation again =
                            RawStation.handshake(from("127.0.4.1"), "/ocpp/CS-after")) {
                        assertThat(again.status()).isEqualTo(401);
                    }
                    assertThat(gateway.get("default", "/refusals").body())
                            .contains("\"TOO_MANY_CONNECTIONS\"");
                });
    }

    @Test
    void tellsNewOnesToComeBackWhenTooManyComeAtOnce() throws IOException { // A15, F24
        register("CS-before");
        try (RawStation before = knock("127.0.5.1", "CS-before", PASSWORD)) {
            assertThat(before.ask(bootNotification("b1"))).contains("Accepted");
            int refused = 0;
            for (int i = 0; i < 2_000 && refused < 5; i++) {
                try (RawStation one =
                        RawStation.handshake(from("127.0.5." + (2 + i % 200)), "/ocpp/X")) {
                    if (one.status() == 503) {
                        assertThat(one.responseHead()).containsIgnoringCase("Retry-After:");
                        refused++;
                    }
                }
            }
            assertThat(refused).isEqualTo(5);
            assertThat(before.ask(HEARTBEAT)).contains("currentTime");
        }
        register("CS-later");
        await().atMost(LONG).until(() -> status("127.0.5.1", "CS-later", PASSWORD) == 101);
    }

    @Test
    void refusesAnUnknownSubprotocolWhereThatIsConfigured() throws IOException { // A13
        register("CS-16");
        try (RawStation station =
                RawStation.handshake(
                        from("127.0.6.1"),
                        "/ocpp/CS-16",
                        basic("CS-16", PASSWORD),
                        "Sec-WebSocket-Protocol: ocpp1.6")) {
            assertThat(station.status()).isEqualTo(400);
        }
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(gateway.get("default", "/refusals?station=CS-16").body())
                                .contains("\"NO_SUBPROTOCOL\"", "ocpp1.6"));
    }

    @Test
    void keepsWhatAnAttackerSendsAsText() throws IOException { // A12, A36
        String attack =
                "/ocpp/%27%3B%20DROP%20TABLE%20x--%0d%0aX:%24%7Bjndi:ldap:%2F%2Fx%7D"
                        + "%3Cscript%3E".repeat(50);
        try (RawStation station = RawStation.handshake(from("127.0.6.2"), attack)) {
            assertThat(station.status()).isBetween(400, 404);
        }
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(gateway.get("default", "/refusals").body())
                                .contains("/ocpp/%27%3B%20DROP")
                                .doesNotContain("%3Cscript%3E".repeat(20)));
    }

    private static final byte[] VERSION_2 = {
        0x0d,
        0x0a,
        0x0d,
        0x0a,
        0x00,
        0x0d,
        0x0a,
        0x51,
        0x55,
        0x49,
        0x54,
        0x0a, // the signature
        0x21,
        0x11,
        0x00,
        0x0c, // version 2, PROXY, TCP over IPv4, 12 bytes
        (byte) 198,
        51,
        100,
        7,
        127,
        0,
        0,
        1,
        0x12,
        0x34,
        0x23,
        0x28
    };

    private static byte[] version1(String address) {
        return ("PROXY TCP4 " + address + " 127.0.0.1 4711 9000\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A connection of a load balancer, or of who would like to be one. */
    private static Socket announced(String from, byte[] header) throws IOException {
        Socket socket = from(from);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(header);
        return socket;
    }

    private static String addressOf(String station, byte[] header) throws IOException {
        register(station);
        try (RawStation connected =
                RawStation.handshake(
                        announced("127.0.9.1", header),
                        "/ocpp/" + station,
                        basic(station, PASSWORD),
                        OCPP)) {
            assertThat(connected.status()).isEqualTo(101);
            assertThat(connected.ask(HEARTBEAT)).isNotEmpty();
            return gateway.awaitConnection(station, StationConnection::online).remoteAddress();
        }
    }

    @Test
    void knowsWhereStationsComeFromThatALoadBalancerHandsOn() throws IOException { // A12
        assertThat(addressOf("Balanced1", version1("203.0.113.9"))).isEqualTo("203.0.113.9:4711");
        assertThat(addressOf("Balanced2", VERSION_2)).isEqualTo("198.51.100.7:4660");
        byte[] unknown = "PROXY UNKNOWN\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(addressOf("Balanced3", unknown)).startsWith("127.0.9.1:");
    }

    @Test
    void knowsThatAlsoInFrontOfTls() throws IOException {
        register("BalancedTls");
        Socket plain = new Socket();
        plain.bind(new InetSocketAddress("127.0.9.1", 0));
        plain.connect(
                new InetSocketAddress(
                        "127.0.0.1",
                        gateway.bean(StationServer.class).port(SecurityProfile.TLS_BASIC)));
        plain.getOutputStream().write(version1("203.0.113.10"));
        SSLSocket tls =
                (SSLSocket)
                        ROOT.client(null)
                                .getSocketFactory()
                                .createSocket(plain, "localhost", plain.getPort(), true);
        gateway.register(
                new StationKey("default", "BalancedTls"),
                new StationCredentials(2, gateway.hash(), Instant.EPOCH));
        try (RawStation connected =
                RawStation.handshake(
                        tls, "/ocpp/BalancedTls", basic("BalancedTls", PASSWORD), OCPP)) {
            assertThat(connected.status()).isEqualTo(101);
            assertThat(
                            gateway.awaitConnection("BalancedTls", StationConnection::online)
                                    .remoteAddress())
                    .isEqualTo("203.0.113.10:4711");
        }
    }

    @Test
    void takesThatHeaderFromNobodyElse() throws IOException { // A12
        register("Spoofing");
        try (Socket stranger = announced("127.0.8.1", version1("203.0.113.11"))) {
            stranger.getOutputStream()
                    .write(
                            "GET /ocpp/Spoofing HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(stranger.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain(" 101 ");
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @Test
    void refusesALoadBalancerThatDoesNotSayWhereTheStationIs() throws IOException {
        for (byte[] header :
                List.of(
                        "GET /ocpp/X HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII),
                        "PROXY TCP4 nonsense\r\n".getBytes(StandardCharsets.US_ASCII),
                        new byte[0])) { // says nothing at all
            try (Socket balancer = announced("127.0.9.2", header)) {
                assertThat(balancer.getInputStream().read()).isEqualTo(-1);
            } catch (SocketException reset) {
                assertThat(reset).hasMessageContaining("reset");
            }
        }
    }

    @Test
    void countsConnectionsOfTheAnnouncedAddress() throws IOException { // A15
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 31; i++) {
                open.add(announced("127.0.9.3", version1("203.0.113.20")));
            }
            // one of them is one too many
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> open.stream().anyMatch(AdmissionIT::isClosed));
            register("Neighbour");
            assertThat(addressOf("Neighbour", version1("203.0.113.21"))).startsWith("203.0.113.21");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() == -1;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
