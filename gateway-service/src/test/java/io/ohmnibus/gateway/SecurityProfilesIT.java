/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static io.ohmnibus.gateway.GatewayUnderTest.PASSWORD;
import static io.ohmnibus.gateway.GatewayUnderTest.bootNotification;
import static io.ohmnibus.gateway.RawStation.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.admission.SecurityProfile;
import io.ohmnibus.gateway.edge.StationServer;
import io.ohmnibus.gateway.tls.TestAuthority;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.signing.SignedPayload;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three security profiles, and proxies, on real sockets (Part 2, A00). */
@EmbeddedTest
final class SecurityProfilesIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final String OCPP = "Sec-WebSocket-Protocol: ocpp2.1";
    private static final TestAuthority ROOT = TestAuthority.root("Root");

    @TempDir private static Path files;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start(EmbeddedServers servers) throws IOException {
        renew("ec", "EC", 256);
        renew("rsa", "RSA", 2048);
        Files.writeString(files.resolve("authorities.pem"), TestAuthority.pem(ROOT.certificate()));
        gateway =
                new GatewayUnderTest(
                        servers,
                        0,
                        bundle("ec", "keystore.certificate", "ec.pem"),
                        bundle("ec", "keystore.private-key", "ec.key"),
                        "spring.ssl.bundle.pem.ec.reload-on-update=true",
                        "spring.ssl.bundle.watch.file.quiet-period=100ms",
                        bundle("rsa", "keystore.certificate", "rsa.pem"),
                        bundle("rsa", "keystore.private-key", "rsa.key"),
                        bundle("stations", "truststore.certificate", "authorities.pem"),
                        "ohmnibus.gateway.tls.port=0",
                        "ohmnibus.gateway.tls.mutual-port=0",
                        "ohmnibus.gateway.tls.certificates=ec,rsa",
                        "ohmnibus.gateway.tls.trust=stations",
                        "ohmnibus.gateway.tls.organizations.default=Operator",
                        "ohmnibus.gateway.session.models[0].vendor=V",
                        "ohmnibus.gateway.session.models[0].model=Other",
                        "ohmnibus.gateway.session.models[0].serial-number-in-certificate=false",
                        "ohmnibus.gateway.signing.bundle=ec",
                        "ohmnibus.gateway.signing.stations=default/Signed",
                        "ohmnibus.gateway.proxy.port=0",
                        "ohmnibus.gateway.proxy.addresses=127.0.0.1/32");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String bundle(String name, String property, String file) {
        return "spring.ssl.bundle.pem." + name + "." + property + "=file:" + files.resolve(file);
    }

    private static Identity renew(String name, String algorithm, int bits) throws IOException {
        Identity server =
                ROOT.issue(
                        "CN=localhost,O=Ohmnibus",
                        TestAuthority.keys(algorithm, bits),
                        options -> options.dnsName("localhost"));
        Files.writeString(files.resolve(name + ".key"), server.keyPem());
        Files.writeString(files.resolve(name + ".pem"), server.chainPem());
        return server;
    }

    private static SSLSocket tls(SecurityProfile profile, @Nullable Identity identity) {
        try {
            return (SSLSocket)
                    ROOT.client(identity)
                            .getSocketFactory()
                            .createSocket(
                                    InetAddress.getLoopbackAddress(),
                                    gateway.bean(StationServer.class).port(profile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawStation knock(
            SecurityProfile profile, String station, @Nullable Identity identity) {
        String[] headers = {basic(station, PASSWORD), OCPP};
        return profile == SecurityProfile.BASIC
                ? RawStation.handshake(gateway.port(), "/ocpp/" + station, headers)
                : RawStation.handshake(tls(profile, identity), "/ocpp/" + station, headers);
    }

    private static int status(
            SecurityProfile profile, String station, @Nullable Identity identity) {
        try (RawStation knocking = knock(profile, station, identity)) {
            return knocking.status();
        }
    }

    private static void register(String station, int profile) {
        gateway.register(
                new StationKey("default", station),
                new StationCredentials(profile, gateway.hash(), Instant.EPOCH));
    }

    private static void register(
            String station, @Nullable List<String> certificates, List<String> revoked) {
        gateway.register(
                new StationKey("default", station),
                new StationCredentials(
                        3, null, Instant.EPOCH, null, null, null, certificates, revoked, null));
    }

    private static String serial(Identity identity) {
        return identity.certificate().getSerialNumber().toString(16);
    }

    private static void boots(RawStation station) {
        gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
        assertThat(station.ask(bootNotification("b1"))).contains("Accepted");
        assertThat(station.ask(HEARTBEAT)).contains("currentTime");
    }

    private static StationAuthentication seen(String station) {
        StationAuthentication by =
                gateway.awaitConnection(station, StationConnection::online).authentication();
        assertThat(by).isNotNull();
        return by;
    }

    @Test
    @Requirement({"A00.FR.301", "A00.FR.302", "A00.FR.306", "A00.FR.312", "A00.FR.324"})
    void letsAStationInWithAPasswordOverTls() { // TC_A_04
        register("P2", 2);
        try (RawStation station = knock(SecurityProfile.TLS_BASIC, "P2", null)) {
            assertThat(station.status()).isEqualTo(101);
            boots(station);
            assertThat(seen("P2")).isEqualTo(StationAuthentication.password(2, false));
        }
    }

    @Test
    @Requirement({"A00.FR.401", "A00.FR.404", "A00.FR.405", "A00.FR.415"})
    void letsAStationInWithItsCertificate() { // TC_A_07
        Identity own = ROOT.issue("CN=P3,O=Operator");
        register("P3", List.of(serial(own)), List.of());
        try (RawStation station = knock(SecurityProfile.MUTUAL_TLS, "P3", own)) {
            assertThat(station.status()).isEqualTo(101);
            boots(station);
            Instant expires = own.certificate().getNotAfter().toInstant();
            assertThat(seen("P3"))
                    .isEqualTo(
                            StationAuthentication.certificate(
                                    "P3", serial(own), expires.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    @Test
    @Requirement({"B01.FR.11", "B01.FR.12"})
    void closesAStationWhoseSerialNumberIsNotTheNameInItsCertificate() {
        gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
        Identity own = ROOT.issue("CN=SN-1,O=Operator");
        StationKey key = new StationKey("default", "Serial");
        gateway.register(
                key,
                new StationCredentials(3, null, Instant.EPOCH)
                        .certificateName("SN-1", Instant.EPOCH)
                        .certificates(List.of(serial(own)), List.of(), Instant.EPOCH));
        try (RawStation itself = knock(SecurityProfile.MUTUAL_TLS, "Serial", own)) {
            assertThat(itself.ask(bootOf("SN-1", "M"))).contains("Accepted");
        }
        try (RawStation named = knock(SecurityProfile.MUTUAL_TLS, "Serial", own)) {
            assertThat(named.ask(bootOf("SN-2", "Other"))).contains("Accepted"); // as configured
            assertThat(named.ask(bootNotification("b2"))).contains("Accepted"); // tells none
        }
        try (RawStation another = knock(SecurityProfile.MUTUAL_TLS, "Serial", own)) {
            another.text(bootOf("SN-2", "M"));
            RawStation.Frame end = another.read();
            assertThat(end.opcode()).isEqualTo(RawStation.CLOSE);
            assertThat(end.closeCode()).isEqualTo(1008);
            gateway.awaitConnection(
                    "Serial",
                    connection ->
                            "1008 another serialNumber than in its certificate"
                                    .equals(connection.closeReason()));
        }
        register("Serial", 2);
        try (RawStation byPassword = knock(SecurityProfile.TLS_BASIC, "Serial", null)) {
            assertThat(byPassword.ask(bootOf("SN-2", "M"))).contains("Accepted");
        }
    }

    private static String bootOf(String serialNumber, String model) {
        return "[2,\"boot\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":"
                + "{\"serialNumber\":\"%s\",\"model\":\"%s\",\"vendorName\":\"V\"}}]"
                        .formatted(serialNumber, model);
    }

    @ParameterizedTest
    @CsvSource({
        "2, BASIC",
        "3, BASIC",
        "1, TLS_BASIC",
        "3, TLS_BASIC",
        "1, MUTUAL_TLS",
        "2, MUTUAL_TLS"
    })
    @Requirement({"A00.FR.001", "A00.FR.002", "A00.FR.006", "A05.FR.07"})
    void letsAStationInWithNoOtherProfileThanItsOwn(int own, SecurityProfile door) { // A11
        Identity identity = ROOT.issue("CN=Other,O=Operator");
        register("Other", own);
        assertThat(status(door, "Other", identity)).isEqualTo(401);
    }

    @Test
    @Requirement({"A01.FR.03", "A05.FR.06"})
    void takesBothSidesOfAChangeThatIsOnItsWay() {
        String next = "another-horse-battery-staple";
        Identity own = ROOT.issue("CN=Change,O=Operator");
        gateway.register(
                new StationKey("default", "Change"),
                new StationCredentials(
                        2,
                        gateway.hash(),
                        Instant.EPOCH,
                        3,
                        gateway.bean(io.ohmnibus.platform.security.StationPasswords.class)
                                .hash(next),
                        null,
                        List.of(serial(own)),
                        List.of(),
                        null));
        assertThat(status(SecurityProfile.BASIC, "Change", null)).isEqualTo(401); // A11
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Change", own)).isEqualTo(101);
        assertThat(status(SecurityProfile.TLS_BASIC, "Change", null)).isEqualTo(101);
        try (RawStation station =
                RawStation.handshake(
                        tls(SecurityProfile.TLS_BASIC, null),
                        "/ocpp/Change",
                        basic("Change", next),
                        OCPP)) {
            assertThat(station.status()).isEqualTo(101);
            boots(station);
            gateway.awaitConnection(
                    "Change",
                    connection ->
                            connection.online()
                                    && StationAuthentication.password(2, true)
                                            .equals(connection.authentication()));
        }
    }

    @Test
    @Requirement({"A00.FR.404", "A00.FR.405", "A00.FR.407", "A00.FR.427", "A00.FR.705"})
    void refusesACertificateThatIsNotTheStationsOwn() { // A9, pain 28
        Identity own = ROOT.issue("CN=Mine,O=Operator");
        Identity unlisted = ROOT.issue("CN=Mine,O=Operator");
        register("Mine", List.of(serial(own)), List.of());
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Mine", unlisted)).isEqualTo(403);
        Identity neighbour = ROOT.issue("CN=Mine2,O=Operator");
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Mine", neighbour)).isEqualTo(403);
        Identity stranger = ROOT.issue("CN=Mine,O=Somebody");
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Mine", stranger)).isEqualTo(403);
        Identity twoNames = ROOT.issue("CN=Mine,CN=Mine2,O=Operator");
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Mine", twoNames)).isEqualTo(403);
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Mine", own)).isEqualTo(101);
        register("Mine", List.of(serial(own)), List.of(serial(own)));
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Mine", own)).isEqualTo(403);
        register("Mine", null, List.of()); // and nobody says that it was not revoked
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Mine", own)).isEqualTo(403);
        Identity unknown = ROOT.issue("CN=nobody-knows,O=Operator");
        assertThat(status(SecurityProfile.MUTUAL_TLS, "nobody-knows", unknown)).isEqualTo(404);
    }

    @Test
    @Requirement({"A00.FR.407", "A00.FR.429"})
    void letsAStationInWithAnExpiredCertificateOnlyWhereThatIsAccepted() { // A9
        Instant now = Instant.now();
        Identity expired = expired("Expired", now);
        StationCredentials own =
                new StationCredentials(3, null, Instant.EPOCH)
                        .certificates(List.of(serial(expired)), List.of(), Instant.EPOCH);
        StationKey station = new StationKey("default", "Expired");
        gateway.register(station, own);
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Expired", expired)).isEqualTo(403);
        gateway.register(station, own.expiredAcceptedUntil(now.minusSeconds(1), now));
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Expired", expired)).isEqualTo(403);

        gateway.register(station, own.expiredAcceptedUntil(now.plusSeconds(600), now));
        Identity notItsOwn = expired("Expired", now);
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Expired", notItsOwn)).isEqualTo(403);
        try (RawStation accepted = knock(SecurityProfile.MUTUAL_TLS, "Expired", expired)) {
            assertThat(accepted.status()).isEqualTo(101);
            boots(accepted);
            assertThat(seen("Expired").certificateSerialNumber()).isEqualTo(serial(expired));
        }
        gateway.register(
                station,
                new StationCredentials(3, null, Instant.EPOCH) // nobody knows whose it is
                        .expiredAcceptedUntil(now.plusSeconds(600), now));
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Expired", expired)).isEqualTo(403);
        Identity neighbour = expired("Expired2", now);
        register("Expired2", List.of(serial(neighbour)), List.of());
        assertThat(status(SecurityProfile.MUTUAL_TLS, "Expired2", neighbour)).isEqualTo(403);
    }

    @Test
    void signsWhatGoesToTheStationsThatWantIt() throws Exception { // Part 4, 7
        register("Signed", 2);
        register("Unsigned", 2);
        try (RawStation signed = knock(SecurityProfile.TLS_BASIC, "Signed", null);
                RawStation unsigned = knock(SecurityProfile.TLS_BASIC, "Unsigned", null)) {
            boots(unsigned);
            JsonNode boot = JSON.readTree(signed.ask(bootNotification("b1")));
            assertThat(boot.path(0).intValue()).isEqualTo(3);
            assertThat(content(boot.path(2), Action.BOOT_NOTIFICATION)).contains("Accepted");

            String id =
                    gateway.command("Signed", "ClearCache", "{}", Duration.ofSeconds(60), false);
            JsonNode call = JSON.readTree(signed.read().text());
            assertThat(call.path(1).stringValue()).isEqualTo(id);
            assertThat(call.path(2).stringValue()).isEqualTo("ClearCache-Signed");
            assertThat(content(call.path(3), Action.CLEAR_CACHE)).isEqualTo("{}");
            signed.text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]"); // it need not sign
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
    }

    /** What was signed, by the key of the server's certificate. */
    private static String content(JsonNode payload, Action action) throws Exception {
        int type = action == Action.CLEAR_CACHE ? 2 : 3;
        SignedPayload signed =
                new SignedPayload(
                        type,
                        payload.path("protected").stringValue(),
                        payload.path("payload").stringValue(),
                        payload.path("signature").stringValue());
        var certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(Files.newInputStream(files.resolve("ec.pem")));
        signed.verify(certificate.getPublicKey(), action);
        return new String(signed.content(), StandardCharsets.UTF_8);
    }

    private static Identity expired(String station, Instant now) {
        return ROOT.issue(
                "CN=" + station + ",O=Operator",
                options -> options.valid(now.minus(Duration.ofDays(9)), now.minusSeconds(60)));
    }

    private static RawStation throughProxy(String station, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = basic(station, PASSWORD);
        all[headers.length + 1] = OCPP;
        int port = gateway.bean(StationServer.class).proxyPort();
        return RawStation.handshake(port, "/ocpp/" + station, all);
    }

    private static int statusThroughProxy(String station, String... headers) {
        try (RawStation knocking = throughProxy(station, headers)) {
            return knocking.status();
        }
    }

    private static String clientCert(Identity identity) {
        try {
            byte[] der = identity.certificate().getEncoded();
            return "Client-Cert: :" + Base64.getEncoder().encodeToString(der) + ":";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void believesAProxyThatItKnows() { // pain 27
        register("Proxied2", 2);
        try (RawStation station =
                throughProxy(
                        "Proxied2",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-For: 6.6.6.6, 203.0.113.9, 127.0.0.1")) {
            assertThat(station.status()).isEqualTo(101);
            boots(station);
            StationConnection seen = gateway.awaitConnection("Proxied2", StationConnection::online);
            assertThat(seen.remoteAddress()).startsWith("203.0.113.9");
            assertThat(seen.authentication()).isEqualTo(StationAuthentication.password(2, false));
        }
        assertThat(statusThroughProxy("Proxied2", "X-Forwarded-Proto: http")).isEqualTo(401);
        assertThat(statusThroughProxy("Proxied2")).isEqualTo(401);
        Identity own = ROOT.issue("CN=Proxied3,O=Operator");
        register("Proxied3", List.of(serial(own)), List.of());
        String https = "X-Forwarded-Proto: https";
        assertThat(statusThroughProxy("Proxied3", https)).isEqualTo(401);
        assertThat(statusThroughProxy("Proxied3", https, clientCert(own))).isEqualTo(101);
        String pem =
                URLEncoder.encode(TestAuthority.pem(own.certificate()), StandardCharsets.UTF_8);
        assertThat(statusThroughProxy("Proxied3", https, "Client-Cert: " + pem.replace("+", "%20")))
                .isEqualTo(101);
        Identity forged = TestAuthority.root("Root").issue("CN=Proxied3,O=Operator");
        assertThat(statusThroughProxy("Proxied3", https, clientCert(forged))).isEqualTo(403);
        assertThat(statusThroughProxy("Proxied3", https, "Client-Cert: :AAAA:")).isEqualTo(403);
    }

    @Test
    void letsNobodyElseInByThePortForProxies() throws IOException { // A12
        int port = gateway.bean(StationServer.class).proxyPort();
        try (Socket stranger = new Socket()) {
            stranger.bind(new java.net.InetSocketAddress("127.0.0.2", 0));
            stranger.connect(new java.net.InetSocketAddress("127.0.0.1", port));
            stranger.setSoTimeout(20_000);
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        } catch (java.net.SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @Test
    void doesNotBelieveWhatAStationSaysAboutItsWay() { // A12
        Identity own = ROOT.issue("CN=Spoof,O=Operator");
        register("Spoof", List.of(serial(own)), List.of());
        try (RawStation station =
                RawStation.handshake(
                        gateway.port(),
                        "/ocpp/Spoof",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-For: 203.0.113.9",
                        "Forwarded: for=203.0.113.9;proto=https",
                        clientCert(own),
                        OCPP)) {
            assertThat(station.status()).isEqualTo(401);
        }
        register("Spoof1", 1);
        try (RawStation station =
                RawStation.handshake(
                        gateway.port(),
                        "/ocpp/Spoof1",
                        "X-Forwarded-For: 203.0.113.9",
                        "Host: evil\" OR 1=1",
                        basic("Spoof1", PASSWORD),
                        OCPP)) {
            assertThat(station.status()).isEqualTo(101);
            boots(station);
            assertThat(gateway.awaitConnection("Spoof1", StationConnection::online).remoteAddress())
                    .doesNotContain("203.0.113.9");
        }
    }

    @ParameterizedTest
    @EnumSource(SecurityProfile.class)
    void tellsOperatorsWhomItRefusedAndWhy(SecurityProfile door) { // A12, pain 19
        String station = "Refused-" + door.number();
        try (RawStation knocking =
                knock(door, station, ROOT.issue("CN=" + station + ",O=Operator"))) {
            assertThat(knocking.status()).isEqualTo(404);
        }
        await().atMost(LONG)
                .untilAsserted(() -> {
                    assertThat(gateway.get("default", "/refusals?station=" + station).body())
                            .contains(
                                    "\"UNKNOWN_STATION\"", "\"securityProfile\":" + door.number());
                    assertThat(gateway.get("acme", "/refusals").body()).doesNotContain(station);
                });
    }

    @Test
    void tellsOperatorsOfTlsThatFails() throws Exception {
        Identity forged = TestAuthority.selfSigned("CN=Forged,O=Operator");
        try (RawStation knocking = knock(SecurityProfile.MUTUAL_TLS, "Forged", forged)) {
            assertThat(knocking.closed()).isTrue();
        } catch (UncheckedIOException refused) {
            assertThat(refused).isNotNull();
        }
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(gateway.get("default", "/refusals?station=Forged").body())
                                .contains("\"CLIENT_CERTIFICATE\"", "it names [Forged]"));
    }

    @Test
    void takesANewServerCertificateWhileStationsStayConnected() throws IOException { // F43
        register("Stays", 2);
        try (RawStation station = knock(SecurityProfile.TLS_BASIC, "Stays", null)) {
            boots(station);
            Certificate renewed = renew("ec", "EC", 256).certificate();
            await().atMost(LONG)
                    .until(() -> {
                        try (SSLSocket other = tls(SecurityProfile.TLS_BASIC, null)) {
                            other.startHandshake();
                            return other.getSession().getPeerCertificates()[0].equals(renewed);
                        }
                    });
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }
}
