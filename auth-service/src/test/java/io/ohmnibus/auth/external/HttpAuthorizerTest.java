/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.external;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.auth.external.ExternalAuthorizer.Answer;
import io.ohmnibus.auth.external.ExternalAuthorizer.Answer.Failed;
import io.ohmnibus.auth.external.ExternalAuthorizer.Answer.Said;
import io.ohmnibus.auth.external.ExternalAuthorizer.Purpose;
import io.ohmnibus.auth.external.ExternalAuthorizer.Question;
import io.ohmnibus.auth.policy.AuthorizationPolicy.Ask;
import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.auth.policy.AuthorizationPolicy.OnFailure;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.outbound.OutboundHttp;
import io.ohmnibus.platform.web.outbound.OutboundProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an external party may say, and what counts as no answer. */
final class HttpAuthorizerTest {

    private static final Question QUESTION =
            new Question(
                    new StationKey("default", "CS-1"),
                    1,
                    new IdToken(null, "AABB", "ISO14443", null),
                    Purpose.Charge,
                    "tx-1");

    private final HttpServer server;
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile String question = "";
    private volatile String answer = "{}";
    private volatile int status = 200;
    private volatile boolean slow;

    HttpAuthorizerTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/judge",
                exchange -> {
                    question =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    if (slow) {
                        waitForTheEnd();
                    }
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    private void waitForTheEnd() {
        try {
            boolean _ = gate.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        gate.countDown();
        server.stop(0);
    }

    private Answer ask(String path, Duration deadline, String... allowed) {
        OutboundHttp http = new OutboundHttp(new OutboundProperties(List.of(allowed), true));
        External external =
                new External(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
                        "secret",
                        deadline,
                        Ask.All,
                        OnFailure.Refuse);
        return Objects.requireNonNull(
                new HttpAuthorizer(http, new SimpleMeterRegistry())
                        .ask(external, QUESTION)
                        .block(Duration.ofSeconds(30)));
    }

    private Answer ask() {
        return ask("/judge", Duration.ofSeconds(20), "127.0.0.1");
    }

    @Test
    void tellsWhatItSaid() {
        answer =
                """
                {"status": "Accepted", "groupId": "G", "chargingPriority": 3, "language1": "de",
                 "evseIds": [1], "something": "else"}
                """;

        assertThat(ask())
                .isInstanceOfSatisfying(
                        Said.class,
                        said -> {
                            assertThat(said.info().status())
                                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
                            assertThat(said.info().evseId()).containsExactly(1);
                            assertThat(said.info().groupIdToken()).isNotNull();
                        });
        assertThat(question)
                .contains("\"stationId\":\"CS-1\"", "\"purpose\":\"Charge\"", "\"AABB\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "{\"status\": \"accepted\"}",
                "{\"status\": \"Accepted\", \"chargingPriority\": 10}",
                "{\"status\": \"Accepted\", \"groupId\": \"1234567890123456789012345678901234567\"}",
                "{\"status\": \"Accepted\", \"language2\": \"de\"}",
                "{\"status\": \"Accepted\", \"language1\": \"en_US\"}",
                "{\"status\": \"Accepted\", \"evseIds\": [0]}"
            })
    void takesNothingThatStationsCouldNotBeTold(String said) {
        answer = said;
        assertThat(ask()).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 404, 500})
    void takesNoOtherStatusThan200(int code) {
        answer = "{\"status\": \"Accepted\"}";
        status = code;
        assertThat(ask()).isEqualTo(new Failed("It answered " + code));
    }

    @Test
    void waitsNoLongerThanTheDeadline() {
        slow = true;
        assertThat(ask("/judge", Duration.ofMillis(200), "127.0.0.1"))
                .isEqualTo(new Failed("It did not answer within PT0.2S"));
    }

    @Test
    void doesNotGoWhereItMayNot() {
        assertThat(ask("/judge", Duration.ofSeconds(20)))
                .isEqualTo(new Failed("It cannot be asked: AddressNotAllowed"));
        assertThat(question).isEmpty();
    }
}
