/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ohmnibus.e2e.OwnTenant;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code HttpAuthorizer}: somebody else is asked about tokens that nobody knows here. */
@UseCase("C01")
class C01ExternalAuthorizerScenario {

    private final OwnTenant tenant = new OwnTenant();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{}";

    C01ExternalAuthorizerScenario() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        credentials.add(
                Objects.requireNonNullElse(
                        exchange.getRequestHeaders().getFirst("Authorization"), "none"));
        questions.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void ask(String host, String more) {
        JsonNode policy =
                tenant.rest()
                        .put(
                                "auth/authorization-policy",
                                """
                                {"external": {"url": "http://%s:%d/judge", "token": "a-secret", "deadline": "PT4S"%s}}
                                """
                                        .formatted(host, server.getAddress().getPort(), more))
                        .expect(200);
        assertThat(policy.path("external").has("token")).as("never shown").isFalse();
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void itsWordCountsInTransactionsTooAndWithoutItTheTokenIsRefused(OcppVersion version) {
        ask("127.0.0.1", "");
        answer = "{\"status\": \"Accepted\", \"groupId\": \"ROAMING\"}";
        try (Station station = tenant.accepted(version)) {
            IdToken foreign = new IdToken(null, "FOREIGN-" + station.id(), "ISO14443", null);
            Evse evse = station.evse(1).plugIn();
            assertThat(evse.authorize(foreign).status())
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(evse.authorizedToken()).contains(foreign);
            evse.stop().unplug();
            assertThat(credentials).containsOnly("Bearer a-secret");
            assertThat(questions)
                    .extracting(question -> question.path("purpose").asString())
                    .startsWith("Authorize", "Charge");
            assertThat(questions.getFirst().path("stationId").asString()).isEqualTo(station.id());
            assertThat(reason(station)).isEqualTo("External");

            assertThat(Asking.status(station, tenant.token("{}")))
                    .as("known here, so nobody is asked")
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            answer = "{\"status\": \"Blocked\"}";
            assertThat(Asking.status(station, foreign)).isEqualTo(AuthorizationStatusEnum.BLOCKED);

            answer = "{\"status\": \"Splendid\"}";
            assertThat(Asking.status(station, foreign)).isEqualTo(AuthorizationStatusEnum.INVALID);
            assertThat(reason(station)).isEqualTo("ExternalFailed");
            answer = "{\"status\": \"Accepted\"}";
            status = 302;
            int before = questions.size();
            assertThat(Asking.status(station, foreign)).isEqualTo(AuthorizationStatusEnum.INVALID);
            assertThat(questions).as("no redirect is followed").hasSize(before + 1);
            status = 500;
            assertThat(Asking.status(station, foreign)).isEqualTo(AuthorizationStatusEnum.INVALID);
        }
    }

    @ParameterizedTest
    @EnumSource(value = OcppVersion.class, names = "V2_1")
    void nothingIsAskedOfTheOwnNetworkAndThePolicySaysWhatFollows(OcppVersion version) {
        ask("127.0.0.2", ", \"ask\": \"All\"");
        try (Station station = tenant.accepted(version)) {
            IdToken known = tenant.token("{}");
            assertThat(Asking.status(station, known)).isEqualTo(AuthorizationStatusEnum.INVALID);
            assertThat(questions).isEmpty();
            assertThat(decisions(station).getFirst().path("detail").asString())
                    .contains("AddressNotAllowed");

            ask("127.0.0.2", ", \"ask\": \"All\", \"onFailure\": \"OwnJudgement\"");
            assertThat(Asking.status(station, known)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(reason(station)).isEqualTo("Known");
        }
    }

    private List<JsonNode> decisions(Station station) {
        return tenant.rest()
                .get("auth/authorization-decisions?stationId=" + station.id())
                .expect(200)
                .path("items")
                .valueStream()
                .toList();
    }

    private String reason(Station station) {
        return decisions(station).getFirst().path("reason").asString();
    }
}
