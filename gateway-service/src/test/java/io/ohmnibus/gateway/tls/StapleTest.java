/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

/** What a responder says about the server's certificate is shown with it, by OpenSSL. */
final class StapleTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final HttpServer responder = start();
    private final Identity server =
            RevocationTest.SUB.issue(
                    "CN=localhost",
                    options ->
                            options.dnsName("localhost")
                                    .ocsp(
                                            "http://localhost:"
                                                    + responder.getAddress().getPort()
                                                    + "/ocsp"));
    private volatile KeyPair signer = RevocationTest.SUB.keys;
    private volatile @Nullable CertificateStatus status = CertificateStatus.GOOD;

    private HttpServer start() {
        try {
            HttpServer http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext(
                    "/",
                    exchange -> {
                        byte[] answer =
                                RevocationTest.answer(
                                        exchange.getRequestBody().readAllBytes(), signer, status);
                        exchange.sendResponseHeaders(200, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
            http.start();
            return http;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        responder.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isShownToStations(String protocol) {
        DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
        bundles.registerBundle("ec", server.bundle());
        ServerTls tls =
                new ServerTls(
                        new TlsProperties(
                                0,
                                null,
                                List.of("ec"),
                                null,
                                List.of("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
                                3,
                                Map.of(),
                                true),
                        bundles);
        DisposableServer port =
                reactor.netty.http.server.HttpServer.create()
                        .host("localhost")
                        .port(0)
                        .doOnChannelInit((observer, channel, peer) ->
                                channel.pipeline().addFirst(tls.handler(false, (_, _, _, _) -> {})))
                        .handle((request, response) -> response.sendString(Mono.just("")).then())
                        .bindNow();
        try {
            await().atMost(LONG).until(() -> !shown(port.port(), protocol).isEmpty());
        } finally {
            port.disposeNow();
            tls.destroy();
        }
    }

    private static List<byte[]> shown(int port, String protocol) throws IOException {
        try (SSLSocket socket =
                (SSLSocket)
                        RevocationTest.ROOT
                                .client(null)
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return ((ExtendedSSLSession) socket.getSession()).getStatusResponses();
        }
    }

    @Test
    void isNothingThatIsNotGood() {
        try (AuthorityClient client = new AuthorityClient(LONG, true)) {
            assertThat(refreshed(new Staple(server.chain()), client)).isNotNull();
            assertThat(refreshed(new Staple(server.chain().subList(0, 1)), client))
                    .as("nobody knows the issuer")
                    .isNull();
            status = new RevokedStatus(Date.from(Instant.now()), 0);
            assertThat(refreshed(new Staple(server.chain()), client)).isNull();
            status = CertificateStatus.GOOD;
            signer = TestAuthority.keys("EC", 256);
            assertThat(refreshed(new Staple(server.chain()), client)).isNull();
        }
    }

    @Test
    void staysWhileTheResponderIsAway() {
        try (AuthorityClient client = new AuthorityClient(LONG, true)) {
            Staple staple = new Staple(server.chain());
            byte[] first = refreshed(staple, client);
            responder.stop(0);
            assertThat(refreshed(staple, client)).isSameAs(first).isNotNull();
        }
    }

    private static byte @Nullable [] refreshed(Staple staple, AuthorityClient client) {
        staple.refresh(client);
        return staple.answer();
    }
}
