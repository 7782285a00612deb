/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.handler.ssl.OpenSsl;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import io.ohmnibus.platform.test.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** TLS on real sockets, with OpenSSL and with the JDK. */
@ParameterizedClass(name = "OpenSSL: {0}")
@ValueSource(booleans = {true, false})
final class ServerTlsTest {

    private static final TestAuthority ROOT = TestAuthority.root("Root");
    private static final TestAuthority SUB = ROOT.below("Sub");
    private static final Identity EC = server("EC", 256);
    private static final Identity RSA = server("RSA", 2048);
    private static final List<String> CIPHERS =
            List.of(
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                    "TLS_RSA_WITH_AES_128_GCM_SHA256",
                    "TLS_RSA_WITH_AES_256_GCM_SHA384");
    private static final int TLS_1_2 = 0x0303;
    private static final int NO_COMPRESSION = 0;
    private static final int DEFLATE = 1;

    @Parameter boolean openssl;

    /** One port with and one without certificates of stations, of each kind. */
    private static final class Ports {
        final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        final Queue<TlsFailures.Reason> failures = new ConcurrentLinkedQueue<>();
        final Queue<StationCertificate> refused = new ConcurrentLinkedQueue<>();
        final ServerTls tls;
        final DisposableServer server;
        final DisposableServer mutual;

        Ports(boolean openssl) {
            bundles.registerBundle("ec", EC.bundle());
            bundles.registerBundle("rsa", RSA.bundle());
            bundles.registerBundle("stations", ROOT.bundle());
            tls =
                    new ServerTls(
                            new TlsProperties(
                                    0,
                                    0,
                                    List.of("ec", "rsa"),
                                    "stations",
                                    CIPHERS,
                                    3,
                                    Map.of(),
                                    openssl),
                            bundles);
            server = open(false);
            mutual = open(true);
        }

        private DisposableServer open(boolean withCertificates) {
            return HttpServer.create()
                    .host("localhost")
                    .port(0)
                    .doOnChannelInit((observer, channel, peer) ->
                            channel.pipeline()
                                    .addFirst(
                                            tls.handler(
                                                    withCertificates,
                                                    (_, reason, _, certificate) -> {
                                                        if (certificate != null) {
                                                            refused.add(certificate);
                                                        }
                                                        failures.add(reason);
                                                    })))
                    .handle((request, response) -> response.sendString(Mono.just("hello\n")).then())
                    .bindNow();
        }

        void close() {
            server.disposeNow();
            mutual.disposeNow();
            tls.destroy();
        }
    }

    private static Ports withOpenSsl;
    private static Ports withJdk;

    @BeforeAll
    static void open() {
        withOpenSsl = new Ports(true);
        withJdk = new Ports(false);
    }

    @AfterAll
    static void close() {
        withOpenSsl.close();
        withJdk.close();
    }

    private Ports ports() {
        return openssl ? withOpenSsl : withJdk;
    }

    private static Identity server(String algorithm, int bits) {
        return SUB.issue(
                "CN=localhost,O=Ohmnibus",
                TestAuthority.keys(algorithm, bits),
                options -> options.dnsName("localhost"));
    }

    private static SSLSocket connect(int port, @Nullable Identity identity, String protocol)
            throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        ROOT.client(identity)
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    private static String get(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String status = in.readLine();
        if (status == null) {
            throw new IOException("closed");
        }
        String line = status;
        while (line != null && !line.contains("hello")) {
            line = in.readLine();
        }
        return status;
    }

    @Test
    void hasOpenSslOnItsClassPath() {
        assertThat(OpenSsl.isAvailable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_128_GCM_SHA256, EC",
        "TLSv1.3, TLS_AES_256_GCM_SHA384, EC",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, EC",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, EC",
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, RSA"
    })
    @Requirement({
        "A00.FR.306",
        "A00.FR.307",
        "A00.FR.312",
        "A00.FR.313",
        "A00.FR.318",
        "A00.FR.409",
        "A00.FR.410",
        "A00.FR.415",
        "A00.FR.416",
        "A00.FR.421"
    })
    void showsTheCertificateThatTheStationCanCheck(String protocol, String suite, String key)
            throws IOException {
        try (SSLSocket socket = connect(ports().server.port(), null, protocol)) {
            socket.setEnabledCipherSuites(new String[] {suite});
            assertThat(get(socket)).contains("200");
            assertThat(socket.getSession().getCipherSuite()).isEqualTo(suite);
            assertThat(shown(socket).getPublicKey().getAlgorithm()).isEqualTo(key);
        }
    }

    private static X509Certificate shown(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {0xc02b, 0xc02c, 0x009c, 0x009d})
    @Requirement({"A00.FR.318", "A00.FR.421"})
    void knowsTheFourSuitesOfTheSpecification(int suite) {
        TlsHello.Answer answer =
                TlsHello.send(ports().server.port(), TLS_1_2, suite, NO_COMPRESSION);
        boolean leftOutByTheJdk = !openssl && suite < 0x0100; // its security policy forbids TLS_RSA
        assertThat(answer.accepted()).isEqualTo(!leftOutByTheJdk);
        if (!leftOutByTheJdk) {
            assertThat(answer.version()).isEqualTo(TLS_1_2);
            assertThat(answer.suite()).isEqualTo(suite);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0300, 0x0301, 0x0302})
    @Requirement({"A00.FR.313", "A00.FR.315", "A00.FR.416", "A00.FR.418"})
    void endsAConnectionThatIsNotOnTls12OrNewer(int version) { // A10, TC_A_06
        ports().failures.clear();
        for (int suite : new int[] {0xc009, 0x002f}) {
            TlsHello.Answer answer =
                    TlsHello.send(ports().server.port(), version, suite, NO_COMPRESSION);
            assertThat(answer.accepted()).isFalse();
        }
        await().until(() -> ports().failures.contains(TlsFailures.Reason.TLS_VERSION));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0004, 0x0005, 0x000a, 0x002f, 0x0035, 0x003c, 0x0018, 0xc007, 0xc008,
                0xc009, 0xc00a, 0xc013, 0xc023, 0x0067, 0x0033
            }) // NULL, RC4, 3DES, CBC, anonymous
    @Requirement({"A00.FR.320", "A00.FR.322", "A00.FR.423", "A00.FR.425"})
    void endsAConnectionThatKnowsOnlyWeakSuites(int suite) { // A10
        TlsHello.Answer answer =
                TlsHello.send(ports().server.port(), TLS_1_2, suite, NO_COMPRESSION);
        assertThat(answer.accepted()).isFalse();
    }

    @Test
    @Requirement({"A00.FR.321", "A00.FR.424"})
    void doesNotCompress() { // A10
        TlsHello.Answer answer =
                TlsHello.send(ports().server.port(), TLS_1_2, 0xc02b, DEFLATE, NO_COMPRESSION);
        assertThat(answer.compression()).isEqualTo(NO_COMPRESSION);
        TlsHello.Answer only = TlsHello.send(ports().server.port(), TLS_1_2, 0xc02b, DEFLATE);
        assertThat(only.compression()).isEqualTo(NO_COMPRESSION); // or refused
    }

    @Test
    void sendsSmallRecordsToStationsThatAskForThem() { // Part 4, 5.2
        assertThat(TlsHello.smallRecords(ports().server.port())).isTrue();
    }

    @Test
    void doesNotNegotiateASecondTime() throws IOException { // A10
        try (SSLSocket socket = connect(ports().server.port(), null, "TLSv1.2")) {
            socket.startHandshake();
            String first = socket.getSession().toString();
            assertThatThrownBy(
                            () -> {
                                socket.startHandshake();
                                get(socket);
                                assertThat(socket.getSession()).asString().isEqualTo(first);
                                get(socket);
                                throw new IOException("still the first session");
                            })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsAConnectionThatIsNoTls() throws IOException {
        ports().failures.clear();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports().server.port())) {
            socket.setSoTimeout(20_000);
            assertThatThrownBy(() -> get(socket)).isInstanceOf(IOException.class);
        }
        await().until(() -> ports().failures.contains(TlsFailures.Reason.TLS_HANDSHAKE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    @Requirement({"A00.FR.401", "A00.FR.402", "A00.FR.403", "A00.FR.514"})
    void letsInWhoseCertificateIsTrusted(String protocol) throws IOException { // TC_A_07
        for (Identity good :
                List.of(
                        SUB.issue("CN=CS-1,O=Operator"),
                        SUB.issue("CN=CS-1,O=Operator", TestAuthority.keys("RSA", 2048), o -> {}),
                        SUB.issue("CN=CS-1", o -> o.usage(KeyPurposeId.id_kp_clientAuth)))) {
            try (SSLSocket socket = connect(ports().mutual.port(), good, protocol)) {
                assertThat(get(socket)).contains("200");
            }
        }
    }

    /** Whether it is let in depends on the station, which nobody knows yet. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    @Requirement({"A00.FR.429", "A00.FR.430"})
    void leavesExpiredOnesToWhoKnowsTheStation(String protocol) throws IOException {
        Instant now = Instant.now();
        Identity expired =
                SUB.issue(
                        "CN=CS-1",
                        o -> o.valid(now.minus(Duration.ofDays(9)), now.minusSeconds(60)));
        try (SSLSocket socket = connect(ports().mutual.port(), expired, protocol)) {
            assertThat(get(socket)).contains("200");
        }
    }

    static Stream<Identity> bad() {
        Instant now = Instant.now();
        Duration day = Duration.ofDays(1);
        TestAuthority deep = SUB.below("Sub 2").below("Sub 3");
        return Stream.of(
                TestAuthority.selfSigned("CN=CS-1,O=Operator"),
                TestAuthority.root("Root").below("Sub").issue("CN=CS-1"),
                TestAuthority.root("Root")
                        .below("Sub")
                        .issue("CN=CS-1", o -> o.valid(now.minus(day), now.minusSeconds(60))),
                SUB.issue("CN=CS-1", o -> o.valid(now.plusSeconds(600), now.plus(day))),
                SUB.issue("CN=CS-1", o -> o.usage(KeyPurposeId.id_kp_serverAuth)),
                SUB.issue("CN=CS-1", TestAuthority.keys("RSA", 1024), o -> {}),
                deep.issue("CN=CS-1"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    @Requirement({"A00.FR.403", "A00.FR.407", "A00.FR.501", "A00.FR.502"})
    void endsTlsWithACertificateThatIsNotAsItShouldBe(Identity identity) { // A9, TC_A_08
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            ports().failures.clear();
            ports().refused.clear();
            assertThatThrownBy(
                            () -> {
                                try (SSLSocket socket =
                                        connect(ports().mutual.port(), identity, protocol)) {
                                    get(socket);
                                }
                            })
                    .isInstanceOf(IOException.class);
            await().until(() -> ports().failures.contains(TlsFailures.Reason.CLIENT_CERTIFICATE));
            assertThat(ports().refused)
                    .as("which one it was")
                    .extracting(certificate -> certificate.chain().getFirst())
                    .containsExactly(identity.certificate());
        }
    }

    @Test
    @Requirement("A00.FR.401")
    void endsTlsWithoutACertificate() { // A9
        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            ports().failures.clear();
            assertThatThrownBy(
                            () -> {
                                try (SSLSocket socket =
                                        connect(ports().mutual.port(), null, protocol)) {
                                    get(socket);
                                }
                            })
                    .isInstanceOf(IOException.class);
            await().until(() -> ports().failures.contains(TlsFailures.Reason.CLIENT_CERTIFICATE));
        }
    }

    @Test
    void showsANewCertificateAtOnceAndKeepsTheConnectionsThatStand() throws IOException { // F43
        Identity renewed = server("EC", 256);
        try (SSLSocket before = connect(ports().server.port(), null, "TLSv1.3")) {
            assertThat(get(before)).contains("200");
            ports().bundles.updateBundle("ec", renewed.bundle());
            try (SSLSocket after = connect(ports().server.port(), null, "TLSv1.3")) {
                assertThat(get(after)).contains("200");
                assertThat(shown(after)).isEqualTo(renewed.certificate());
            }
            assertThat(get(before)).contains("200");
            assertThat(shown(before)).isNotEqualTo(renewed.certificate());
        }
    }

    @Test
    void keepsWhatWorksWhenTheNewCertificateCannotBeUsed() throws IOException { // F43
        ports().bundles.updateBundle("rsa", ROOT.bundle());
        try (SSLSocket socket = connect(ports().server.port(), null, "TLSv1.2")) {
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
            assertThat(get(socket)).contains("200");
            assertThat(shown(socket)).isEqualTo(RSA.certificate());
        } finally {
            ports().bundles.updateBundle("rsa", RSA.bundle());
        }
    }

    @Test
    void trustsANewAuthorityAtOnce() throws IOException { // F43
        TestAuthority other = TestAuthority.root("Other");
        Identity station = other.issue("CN=CS-1");
        ports().bundles.updateBundle("stations", other.bundle());
        try (SSLSocket socket = connect(ports().mutual.port(), station, "TLSv1.3")) {
            assertThat(get(socket)).contains("200");
        } finally {
            ports().bundles.updateBundle("stations", ROOT.bundle());
        }
    }
}
