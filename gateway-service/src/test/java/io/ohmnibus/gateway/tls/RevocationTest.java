/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ohmnibus.gateway.tls.Revocation.Status;
import io.ohmnibus.gateway.tls.RevocationProperties.Mode;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import io.ohmnibus.platform.test.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

/** Revocation lists and OCSP over real HTTP, from an authority that a test can make lie. */
final class RevocationTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    static final TestAuthority ROOT = TestAuthority.root("Root");
    static final TestAuthority SUB = ROOT.below("Sub");
    private static final TestAuthority FOREIGN = TestAuthority.root("Sub");

    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, Function<byte[], byte[]>> answers = new ConcurrentHashMap<>();
    private HttpServer http = start();
    private Revocation revocation = revocation(Mode.REQUIRED, true, List.of());

    @TempDir private Path files;

    private HttpServer start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        asked.incrementAndGet();
                        byte[] question = exchange.getRequestBody().readAllBytes();
                        String path = exchange.getRequestURI().getPath();
                        if (path.equals("/elsewhere")) {
                            exchange.getResponseHeaders().set("Location", place("/list"));
                            exchange.sendResponseHeaders(302, -1);
                            exchange.close();
                            return;
                        }
                        Function<byte[], byte[]> known = answers.get(path);
                        byte[] answer = known == null ? new byte[0] : known.apply(question);
                        exchange.sendResponseHeaders(known == null ? 500 : 200, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String place(String path) {
        return "http://localhost:" + http.getAddress().getPort() + path;
    }

    private static Revocation revocation(Mode mode, boolean allowPrivate, List<Path> lists) {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("stations", ROOT.bundle());
        ServerTls tls =
                new ServerTls(
                        new TlsProperties(
                                null, null, List.of(), "stations", List.of(), 4, Map.of(), true),
                        bundles);
        return new Revocation(
                new RevocationProperties(
                        mode, lists, Duration.ofSeconds(5), Duration.ofMinutes(10), allowPrivate),
                tls);
    }

    @BeforeEach
    void serveListsAndAnswers() {
        answers.put("/list", question -> list(SUB, Duration.ofHours(1)));
        answers.put("/old", question -> list(SUB, Duration.ofHours(-1)));
        answers.put("/foreign", question -> list(FOREIGN, Duration.ofHours(1)));
        answers.put("/rubbish", question -> new byte[] {1, 2, 3});
    }

    @AfterEach
    void stop() {
        http.stop(0);
        revocation.destroy();
    }

    private static byte[] list(
            TestAuthority authority, Duration validFor, X509Certificate... revoked) {
        Instant now = Instant.now();
        X509v2CRLBuilder list =
                new X509v2CRLBuilder(
                        X500Name.getInstance(authority.subject()),
                        Date.from(now.minus(Duration.ofHours(2))));
        list.setNextUpdate(Date.from(now.plus(validFor)));
        for (X509Certificate each : revoked) {
            list.addCRLEntry(each.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
        }
        try {
            X509CRLHolder signed = list.build(TestAuthority.signer(authority.keys));
            return signed.getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] answer(byte[] question, KeyPair signer, @Nullable CertificateStatus status) {
        try {
            OCSPReq request = new OCSPReq(question);
            BasicOCSPRespBuilder answer =
                    new BasicOCSPRespBuilder(new RespID(X500Name.getInstance(SUB.subject())));
            answer.addResponse(
                    request.getRequestList()[0].getCertID(),
                    status,
                    new Date(),
                    Date.from(Instant.now().plusSeconds(600)));
            X509CertificateHolder[] chain = {new JcaX509CertificateHolder(SUB.certificate())};
            OCSPResp response =
                    new OCSPRespBuilder()
                            .build(
                                    OCSPRespBuilder.SUCCESSFUL,
                                    answer.build(TestAuthority.signer(signer), chain, new Date()));
            return response.getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Status status(Identity identity) {
        Status status = revocation.check(StationCertificate.of(identity.chain())).block(LIMIT);
        assertThat(status).isNotNull();
        return status;
    }

    private Identity naming(String path) {
        return SUB.issue("CN=CS-1", options -> options.crl(place(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "/list, GOOD",
        "/old, UNKNOWN",
        "/foreign, UNKNOWN",
        "/rubbish, UNKNOWN",
        "/nothing, UNKNOWN",
        "/elsewhere, UNKNOWN"
    })
    @Requirement({"A00.FR.702", "A00.FR.705"})
    void believesOnlyAListThatIsCurrentAndSignedByTheIssuer(String path, Status expected) { // A9
        assertThat(status(naming(path))).isEqualTo(expected);
    }

    @Test
    @Requirement("A00.FR.705")
    void findsARevokedCertificateOnTheList() { // A9
        Identity station = naming("/list");
        answers.put("/list", question -> list(SUB, Duration.ofHours(1), station.certificate()));
        assertThat(status(station)).isEqualTo(Status.REVOKED);
    }

    @Test
    @Requirement({"A00.FR.702", "A00.FR.705"})
    void asksByOcsp() { // A9
        Identity good = SUB.issue("CN=CS-1", options -> options.ocsp(place("/good")));
        Identity bad = SUB.issue("CN=CS-1", options -> options.ocsp(place("/bad")));
        Identity forged = SUB.issue("CN=CS-1", options -> options.ocsp(place("/forged")));
        answers.put("/good", question -> answer(question, SUB.keys, CertificateStatus.GOOD));
        answers.put(
                "/bad",
                question ->
                        answer(
                                question,
                                SUB.keys,
                                new RevokedStatus(new Date(), CRLReason.keyCompromise)));
        answers.put("/forged", question -> answer(question, FOREIGN.keys, CertificateStatus.GOOD));
        assertThat(status(good)).isEqualTo(Status.GOOD);
        assertThat(status(bad)).isEqualTo(Status.REVOKED);
        assertThat(status(forged)).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void readsTheListWhenTheResponderIsSilent() {
        Identity station =
                SUB.issue(
                        "CN=CS-1", options -> options.ocsp(place("/nothing")).crl(place("/list")));
        assertThat(status(station)).isEqualTo(Status.GOOD);
    }

    @Test
    void remembersWhatIsCertain() {
        Identity station = naming("/list");
        assertThat(status(station)).isEqualTo(Status.GOOD);
        assertThat(status(station)).isEqualTo(Status.GOOD);
        assertThat(asked).hasValue(1);
    }

    @Test
    void leavesAPlaceThatFailedAloneForAWhile() {
        assertThat(status(naming("/nothing"))).isEqualTo(Status.UNKNOWN);
        assertThat(status(naming("/nothing"))).isEqualTo(Status.UNKNOWN);
        assertThat(asked).hasValue(1);
    }

    @Test
    void callsNobodyInsideUnlessThatIsAllowed() { // A38
        revocation = revocation(Mode.REQUIRED, false, List.of());
        assertThat(status(naming("/list"))).isEqualTo(Status.UNKNOWN);
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1"
            })
    void knowsWhatIsInside(String address) { // A38
        assertThat(AuthorityClient.isPrivate(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2606:4700::1111"})
    void knowsWhatIsOutside(String address) {
        assertThat(AuthorityClient.isPrivate(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void saysWhenThereIsNobodyToAsk() {
        assertThat(status(SUB.issue("CN=CS-1"))).isEqualTo(Status.NO_SOURCE);
    }

    @Test
    void acceptsWhatNobodyKnowsWhereThatIsConfigured() {
        revocation = revocation(Mode.TOLERANT, true, List.of());
        assertThat(status(SUB.issue("CN=CS-1"))).isEqualTo(Status.GOOD);
        assertThat(status(naming("/nothing"))).isEqualTo(Status.GOOD);
        Identity revoked = naming("/list");
        answers.put("/list", question -> list(SUB, Duration.ofHours(1), revoked.certificate()));
        assertThat(status(revoked)).isEqualTo(Status.REVOKED);
    }

    @Test
    void readsAListOnDiskAgainWhenItChanged() throws IOException {
        Path file = files.resolve("sub.crl");
        Identity first = SUB.issue("CN=CS-1");
        Identity second = SUB.issue("CN=CS-2");
        Files.write(file, list(SUB, Duration.ofHours(1), first.certificate()));
        revocation = revocation(Mode.REQUIRED, false, List.of(file));
        assertThat(status(first)).isEqualTo(Status.REVOKED);
        Files.write(file, list(SUB, Duration.ofHours(1), second.certificate()));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(status(second)).isEqualTo(Status.REVOKED);
    }

    @Test
    void asksAfterTheAuthoritiesBetween() { // A9
        answers.put("/root-list", question -> list(ROOT, Duration.ofHours(1)));
        TestAuthority between = ROOT.below("Between", options -> options.crl(place("/root-list")));
        Identity station = between.issue("CN=CS-1", options -> options.crl(place("/between")));
        answers.put("/between", question -> list(between, Duration.ofHours(1)));
        assertThat(status(station)).isEqualTo(Status.GOOD);
        TestAuthority revoked = ROOT.below("Revoked", options -> options.crl(place("/revoked")));
        answers.put("/revoked", question -> list(ROOT, Duration.ofHours(1), revoked.certificate()));
        assertThat(status(revoked.issue("CN=CS-1"))).isEqualTo(Status.REVOKED);
    }
}
