/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.StationKey;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** An authority behind HTTP: a small real server on the loopback. */
final class WebhookAuthorityTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<String> asked = new ArrayList<>();
    private final SigningOrder order = order();
    private @Nullable DisposableServer server;

    private static SigningOrder order() {
        try {
            return new SigningOrder(
                    new StationKey("default", "CS-1"),
                    CertificateUse.CHARGING_STATION,
                    Csr.parse(TestAuthority.csr("CS-1")),
                    "CS-1");
        } catch (InvalidRequest e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        DisposableServer running = server;
        if (running != null) {
            running.disposeNow();
        }
    }

    private WebhookAuthority answering(int status, String body) {
        return answering(status, Mono.just(body), LONG);
    }

    private WebhookAuthority answering(int status, Mono<String> body, Duration limit) {
        DisposableServer started =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .handle((request, response) ->
                                request.receive()
                                        .aggregate()
                                        .asString()
                                        .doOnNext(text ->
                                                asked.add(
                                                        request.requestHeaders()
                                                                        .get("Authorization")
                                                                + " "
                                                                + text))
                                        .then(
                                                response.status(status)
                                                        .header("Content-Type", "application/json")
                                                        .sendString(body)
                                                        .then()))
                        .bindNow();
        server = started;
        return new WebhookAuthority(
                WebClient.builder(),
                URI.create("http://127.0.0.1:" + started.port() + "/sign"),
                "a-token",
                limit);
    }

    private static String json(String chain) {
        return JsonMapper.shared().createObjectNode().put("certificateChain", chain).toString();
    }

    private List<X509Certificate> sign(WebhookAuthority authority) {
        return Objects.requireNonNull(authority.sign(order).block(LONG));
    }

    @Test
    void asksWithATokenAndTakesTheChain() {
        List<X509Certificate> chain =
                TestAuthority.create(Clock.systemUTC())
                        .authorities()
                        .of(CertificateUse.CHARGING_STATION)
                        .orElseThrow()
                        .sign(order)
                        .block(LONG);
        assertThat(chain).isNotNull();
        assertThat(sign(answering(200, json(Certificates.text(chain))))).isEqualTo(chain);
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("Bearer a-token ")
                .contains("\"stationId\":\"CS-1\"", "\"commonName\":\"CS-1\"", "BEGIN");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422})
    void isRefusedForGood(int status) {
        WebhookAuthority authority = answering(status, "{}");
        assertThatThrownBy(() -> sign(authority))
                .isInstanceOf(SigningRefused.class)
                .hasMessageContaining(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 429, 500, 503})
    void triesAgainWhatMayPass(int status) {
        WebhookAuthority authority = answering(status, "{}");
        assertThatThrownBy(() -> sign(authority))
                .isNotInstanceOf(SigningRefused.class)
                .hasMessageContaining(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"certificateChain\": null}",
                "{\"certificateChain\": \"nonsense\"}",
                "{\"certificateChain\": \"-----BEGIN CERTIFICATE-----\\nAAAA\"}"
            })
    void takesNothingThatIsNoCertificate(String body) {
        WebhookAuthority authority = answering(200, body);
        assertThatThrownBy(() -> sign(authority)).isInstanceOf(SigningRefused.class);
    }

    @Test
    void takesNothingForAnEmptyAnswer() {
        WebhookAuthority authority = answering(200, Mono.empty(), LONG);
        assertThatThrownBy(() -> sign(authority)).isInstanceOf(SigningRefused.class);
    }

    @Test
    void readsNoAnswerWithoutEnd() { // A50
        WebhookAuthority authority = answering(200, json("x".repeat(2_000_000)));
        assertThatThrownBy(() -> sign(authority)).hasMessageContaining("262144");
    }

    @Test
    void waitsNoLongerThanItsLimit() {
        WebhookAuthority slow = answering(200, Mono.never(), Duration.ofSeconds(1));
        assertThatThrownBy(() -> sign(slow))
                .isNotInstanceOf(SigningRefused.class)
                .hasMessageContaining("in time");
    }

    @Test
    void triesAgainWhenNobodyIsThere() {
        WebhookAuthority authority = answering(200, "{}");
        stop();
        assertThatThrownBy(() -> sign(authority)).isNotInstanceOf(SigningRefused.class);
    }
}
