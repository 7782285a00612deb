/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.test.openapi.OpenApiRules;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.Stations;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is started, on a real broker and database. */
@EmbeddedTest
final class StationApplicationIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start(TestDatabase database) {
        Properties settings = new Properties();
        settings.putAll(database.properties());
        settings.setProperty("server.port", "0");
        settings.setProperty("ohmnibus.security.password-pepper", "a pepper for this test");
        // The token is the name of its tenant.
        ReactiveJwtDecoder decoder =
                token ->
                        Mono.just(
                                Jwt.withTokenValue(token)
                                        .header("alg", "none")
                                        .subject("somebody")
                                        .claim("tenant", token)
                                        .claim("roles", List.of("admin"))
                                        .issuedAt(Instant.EPOCH)
                                        .build());
        context =
                OhmnibusService.builder(StationApplication.class, Service.STATION)
                        .properties(settings)
                        .initializers((GenericApplicationContext application) ->
                                application.registerBean(ReactiveJwtDecoder.class, () -> decoder))
                        .run();
        context.getBean(Stations.class).add(KEY, 1, BootPolicy.ACCEPT, null, NOW).block();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static HttpResponse<String> send(
            String tenant, String method, String path, String type, String body) throws Exception {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        URI uri = URI.create("http://localhost:" + port + "/api/station" + path);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + tenant)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> response = send(KEY.tenant(), "GET", path, "application/json", "");
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void knowsWhoIsConnected() {
        var connection = StationConnection.opened("c1", 0, "ocpp2.1", NOW, "10.0.0.1:1");
        byte[] value = BusJson.write(connection);
        context.getBean(Bus.class)
                .send(BusRecord.keyed(Topics.CONNECTIONS, KEY.toString(), value, Map.of()))
                .block();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("/stations?online=true&limit=10"))
                                .contains("\"stationId\":\"CS-1\"", "\"online\":true"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("/stations/CS-1/connections"))
                                .contains("\"connectionId\":\"c1\"", "\"gateway\":0")
                                .doesNotContain("epoch", "disconnectedAt"));
    }

    @Test
    void showsAndChangesAStation() throws Exception {
        assertThat(get("/stations/CS-1")).contains("\"bootPolicy\":{\"status\":\"Accepted\"}");
        HttpResponse<String> changed =
                send(
                        KEY.tenant(),
                        "PATCH",
                        "/stations/CS-1",
                        "application/json",
                        """
                        {"bootPolicy":{"status":"Pending","interval":"PT30S"},"notes":"later"}
                        """);
        assertThat(changed.body()).contains("\"interval\":\"PT30S\"", "\"notes\":\"later\"");
        for (String part :
                List.of(
                        "variables",
                        "reports",
                        "resets",
                        "availability/history",
                        "display-messages",
                        "display-reports",
                        "vendor-messages",
                        "availability/timeline",
                        "availability/outages",
                        "availability/excluded-periods")) {
            assertThat(get("/stations/CS-1/" + part)).contains("\"items\":[");
        }
        assertThat(get("/stations/CS-1/availability")).contains("\"places\":[]");
    }

    @Test
    void describesEachOperationWithExamplesAndProblems() throws Exception {
        String document = get("/openapi");
        Files.writeString(Path.of("target", "openapi-station.json"), document);
        assertThat(OpenApiRules.violations(document)).isEmpty();
    }

    @Test
    void describesTheBodiesThatAreOcpp() throws Exception {
        JsonNode template =
                JsonMapper.shared()
                        .readTree(get("/openapi"))
                        .at("/paths/~1display-templates~1{name}/put/requestBody/content")
                        .path("application/json");
        assertThat(template.at("/schema/type").asString()).as("%s", template).isEqualTo("object");
        assertThat(template.toString()).contains("Welcome {{driver}}");
    }

    @Test // A44
    void anotherTenantSeesNothing() throws Exception {
        for (String path :
                List.of(
                        "",
                        "/variables",
                        "/reports",
                        "/resets",
                        "/availability",
                        "/connections",
                        "/display-messages",
                        "/display-reports",
                        "/vendor-messages",
                        "/availability/uptime")) {
            HttpResponse<String> other =
                    send("other", "GET", "/stations/CS-1" + path, "application/json", "");
            assertThat(other.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void asksForAReport() throws Exception {
        HttpResponse<String> wrong =
                send(KEY.tenant(), "POST", "/stations/CS-1/reports", "application/json", "{}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        for (String custom :
                List.of(
                        "{\"componentCriteria\":[\"Broken\"]}",
                        "{\"componentVariable\":[{}]}",
                        "{\"componentVariable\":[]}",
                        "{\"reportBase\":\"FullInventory\",\"componentCriteria\":[\"Active\"]}")) {
            assertThat(
                            send(
                                            KEY.tenant(),
                                            "POST",
                                            "/stations/CS-1/reports",
                                            "application/json",
                                            custom)
                                    .statusCode())
                    .as(custom)
                    .isEqualTo(400);
        }
        HttpResponse<String> asked =
                send(
                        KEY.tenant(),
                        "POST",
                        "/stations/CS-1/reports",
                        "application/json",
                        "{\"reportBase\":\"FullInventory\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String location = asked.headers().firstValue("Location").orElseThrow();
        assertThat(get(location.substring("/api/station".length())))
                .contains("\"state\":\"Requested\"", "\"reportBase\":\"FullInventory\"");
    }

    @Test
    void reportsEachLineOfAnImport() throws Exception {
        HttpResponse<String> report =
                send(
                        KEY.tenant(),
                        "POST",
                        "/stations/import",
                        "text/csv",
                        "id,securityProfile,password\nCS-1,1,\na:b,1,\nCS-9,1,short\n");
        assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
        assertThat(report.body()).contains("\"imported\":0", "\"known\":1", "\"line\":3");
    }

    @Test
    void switchesTheJournalOnAndShowsIt() throws Exception {
        String path = "/stations/CS-1/journal/switch";
        for (String wrong : List.of("{}", "{\"duration\":\"PT0S\"}", "{\"duration\":\"P8D\"}")) {
            assertThat(send(KEY.tenant(), "PUT", path, "application/json", wrong).statusCode())
                    .isEqualTo(400);
        }
        String hour = "{\"duration\":\"PT1H\"}";
        HttpResponse<String> on = send(KEY.tenant(), "PUT", path, "application/json", hour);
        assertThat(on.statusCode()).as(on.body()).isEqualTo(200);
        assertThat(on.body()).contains("\"until\":", "\"by\":\"somebody\"");
        assertThat(send("other", "PUT", path, "application/json", hour).statusCode())
                .isEqualTo(404);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(path)).contains("\"until\":"));

        JournalEntry entry =
                new JournalEntry(
                        "e1",
                        Instant.now(),
                        JournalEntry.Direction.FROM_STATION,
                        "c1",
                        "CALL",
                        "m1",
                        "Heartbeat",
                        "[2,\"m1\",\"Heartbeat\",{}]",
                        List.of());
        context.getBean(Bus.class)
                .send(
                        BusRecord.keyed(
                                Topics.JOURNAL, KEY.toString(), BusJson.write(entry), Map.of()))
                .block();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        get(
                                                "/stations/CS-1/journal?action=Heartbeat"
                                                        + "&direction=FROM_STATION&from=2026-01-01T00:00:00Z"))
                                .contains("\"messageId\":\"m1\""));
        assertThat(get("/stations/CS-1/journal?messageId=m2")).contains("\"items\":[]");

        assertThat(send(KEY.tenant(), "DELETE", path, "application/json", "").statusCode())
                .isEqualTo(204);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        send(KEY.tenant(), "GET", path, "application/json", "")
                                                .statusCode())
                                .isEqualTo(404));
    }
}
