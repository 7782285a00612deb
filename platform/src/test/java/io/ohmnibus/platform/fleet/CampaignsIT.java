/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.testing.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns from REST to the bus and back, worked at by two instances. */
class CampaignsIT {

    private static final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private static FleetUnderTest fleet;

    private final String group = "G" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() {
        fleet = new FleetUnderTest();
    }

    @AfterAll
    static void stop() {
        fleet.close();
        http.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String token) {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + fleet.port() + "/api/station/campaigns" + path));
    }

    private static HttpResponse<String> post(String path, String body, String token) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                token);
    }

    private static String operator() {
        return TestPlatform.issuer().token("op", "operator");
    }

    private static JsonNode expect(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }

    private static JsonNode get(String path) {
        return expect(200, send(request(path), TestPlatform.issuer().token("v", "viewer")));
    }

    private JsonNode reset(String more) {
        return expect(201, post("", resetBody(more), operator()));
    }

    private String resetBody(String more) {
        return """
        {"action": "Reset", "request": {"type": "OnIdle"}, "selector": {"group": "%s"}%s}
        """
                .formatted(group, more);
    }

    private static String id(JsonNode campaign) {
        return campaign.path("id").stringValue();
    }

    private static JsonNode eventually(String id, Consumer<JsonNode> expectation) {
        await().atMost(FleetUnderTest.LONG).untilAsserted(() -> expectation.accept(get("/" + id)));
        return get("/" + id);
    }

    private static JsonNode eventually(String id, String state) {
        return eventually(id, c -> assertThat(c.path("state").asString()).isEqualTo(state));
    }

    private static String[] many(String kind, int count) {
        return IntStream.range(0, count).mapToObj(n -> kind + "-" + n).toArray(String[]::new);
    }

    private String named(String id) {
        return id + "." + group;
    }

    private static List<String> stations(String id, String query) {
        return get("/" + id + "/stations?limit=500" + query)
                .path("items")
                .valueStream()
                .map(item ->
                        item.path("stationId").asString()
                                + " "
                                + item.path("state").asString()
                                + " "
                                + item.path("info").asString("-"))
                .toList();
    }

    @Test
    void everyStationGetsItOnceAndEveryOutcomeCounts() {
        fleet.know(group, many("OK", 230));
        fleet.know(group, many("NO", 4));
        fleet.know(group, "ERR-0", "OFF-0", "OFF-1", "RULE-0", "MUTE-0");

        JsonNode made = reset(", \"waves\": [1, 30, 120], \"deadline\": \"PT3S\"");

        assertThat(made.path("stations").path("total").asInt()).isEqualTo(239);
        JsonNode done = eventually(id(made), "Completed");
        JsonNode counts = done.path("stations");
        assertThat(
                        Stream.of(
                                        "total",
                                        "succeeded",
                                        "rejected",
                                        "refused",
                                        "offline",
                                        "notSent",
                                        "timedOut",
                                        "planned",
                                        "sent",
                                        "cancelled")
                                .map(name -> counts.path(name).asInt()))
                .containsExactly(239, 230, 4, 1, 2, 1, 1, 0, 0, 0);
        assertThat(done.path("progress").valueStream().map(w -> w.at("/stations/total").asInt()))
                .containsExactly(1, 30, 120, 88);
        assertThat(stations(id(made), "&state=NotSent"))
                .containsExactly(named("RULE-0") + " NotSent B11.FR.99: not this one");
        assertThat(stations(id(made), "&state=Refused"))
                .containsExactly(named("ERR-0") + " Refused NotSupported: no");
        assertThat(stations(id(made), "&state=Rejected"))
                .hasSize(4)
                .allMatch(station -> station.endsWith(" Rejected Rejected"));
        assertThat(stations(id(made), "")).hasSize(239);
        for (String station : many("OK", 230)) {
            assertThat(fleet.sentTo(named(station))).containsExactly("{\"type\":\"OnIdle\"}");
        }
        assertThat(fleet.sentTo(named("RULE-0"))).isEmpty();
    }

    @Test
    void haltsWhenTooManyFailAndGoesOnWhenTold() {
        fleet.know(group, many("NO", 3));
        fleet.know(group, many("OK", 9));

        JsonNode made = reset(", \"waves\": [4], \"maxFailureRate\": 0.5");
        JsonNode halted = eventually(id(made), "Halted");

        assertThat(halted.path("reason").asString()).isEqualTo("3 of 4 stations failed");
        assertThat(halted.at("/stations/planned").asInt()).isEqualTo(8);
        assertThat(get("?state=Halted&limit=500").path("items").valueStream().map(CampaignsIT::id))
                .contains(id(made));

        JsonNode resumed = expect(200, post("/" + id(made) + "/resume", "", operator()));

        assertThat(resumed.path("state").asString()).isEqualTo("Running");
        assertThat(eventually(id(made), "Completed").at("/stations/succeeded").asInt())
                .isEqualTo(9);
        assertThat(post("/" + id(made) + "/resume", "", operator()).statusCode()).isEqualTo(409);
    }

    @Test
    void pausesAndIsCancelledAndStillTakesTheOutcomesOfWhatWasSent() {
        fleet.know(group, "HELD-0", "HELD-1", "OK-0", "OK-1");
        JsonNode made = reset(", \"waves\": [2]");
        eventually(id(made), c -> assertThat(c.at("/stations/sent").asInt()).isEqualTo(2));

        JsonNode paused = expect(200, post("/" + id(made) + "/pause", "", operator()));
        assertThat(paused.path("state").asString()).isEqualTo("Paused");
        expect(200, post("/" + id(made) + "/pause", "", operator()));
        fleet.release(named("HELD-0"));
        eventually(id(made), c -> assertThat(c.at("/stations/succeeded").asInt()).isEqualTo(1));

        JsonNode cancelled = expect(200, post("/" + id(made) + "/cancel", "", operator()));
        assertThat(cancelled.at("/stations/cancelled").asInt()).isEqualTo(2);
        fleet.release(named("HELD-1"));
        eventually(id(made), c -> assertThat(c.at("/stations/succeeded").asInt()).isEqualTo(2));
        assertThat(fleet.sentTo(named("OK-0"))).isEmpty();
        for (String turn : List.of("pause", "resume")) {
            assertThat(post("/" + id(made) + "/" + turn, "", operator()).statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void theNextWaveDoesNotWaitForeverWhenToldSo() {
        fleet.know(group, "HELD-0", "OK-0");
        JsonNode made = reset(", \"waves\": [1], \"nextWaveAfter\": \"PT1S\"");
        eventually(id(made), c -> assertThat(c.at("/stations/succeeded").asInt()).isEqualTo(1));
        assertThat(get("/" + id(made)).path("state").asString()).isEqualTo("Running");
        fleet.release(named("HELD-0"));
        eventually(id(made), "Completed");
    }

    @Test
    void showsSecretsToStationsOnly() { // A14
        fleet.know(group, "HELD-0");
        String body =
                """
                {"action": "SetVariables", "selector": {"group": "%s"}, "request":
                 {"setVariableData": [{"attributeValue": "geheim", "component": {"name": "A"},
                  "variable": {"name": "B"}}]}}
                """
                        .formatted(group);
        JsonNode made = expect(201, post("", body, operator()));
        await().atMost(FleetUnderTest.LONG).until(() -> !fleet.sentTo(named("HELD-0")).isEmpty());
        assertThat(fleet.sentTo(named("HELD-0")).getFirst()).contains("geheim");
        assertThat(made.toString()).doesNotContain("geheim").contains("***");
        assertThat(get("/" + id(made)).toString()).doesNotContain("geheim");
        fleet.release(named("HELD-0"));
    }

    @Test
    void refusesWhatMakesNoSensePrecisely() {
        fleet.know(group, "OK-0");
        refused(400, resetBody("").replace("Reset", "Fly"), "sends no action Fly");
        refused(400, resetBody("").replace("Reset", "ClearCache"), "sends no action ClearCache");
        refused(400, resetBody("").replace("OnIdle", "Later"), "request", "type");
        refused(400, resetBody("").replace("\"group\": \"" + group + "\"", ""), "selector");
        refused(400, resetBody(", \"waves\": [0]"), "waves");
        refused(400, resetBody(", \"maxFailureRate\": 2"), "maxFailureRate");
        refused(400, resetBody(", \"deadline\": \"P8D\""), "deadline");
        refused(400, resetBody(", \"speed\": 1"), "speed");
        refused(
                400,
                resetBody("")
                        .replace(
                                "\"group\": \"" + group + "\"",
                                "\"stationIds\": [\"%s\", \"X-1\"]".formatted(named("OK-0"))),
                "selector.stationIds[1]",
                "there is no station X-1");
        refused(422, resetBody("").replace(group, "nobody"), "matches no station");
        assertThat(fleet.sentTo(named("OK-0"))).isEmpty();
    }

    private static void refused(int status, String body, String... words) {
        assertThat(expect(status, post("", body, operator())).toString()).contains(words);
    }

    @Test
    void needsThePermissionForCampaignsAndForTheAction() {
        fleet.know(group, "HELD-0");
        var issuer = TestPlatform.issuer();
        assertThat(post("", resetBody(""), issuer.token("v", "viewer")).statusCode())
                .isEqualTo(403);
        String resetsOnly = scoped("campaigns:write command:Reset campaigns:read");
        String triggersOnly = scoped("campaigns:write command:GetVariables campaigns:read");
        assertThat(post("", resetBody(""), scoped("command:Reset")).statusCode()).isEqualTo(403);
        assertThat(post("", resetBody(""), triggersOnly).statusCode()).isEqualTo(403);

        String id = id(expect(201, post("", resetBody(""), resetsOnly)));

        expect(200, post("/" + id + "/pause", "", triggersOnly));
        assertThat(post("/" + id + "/resume", "", triggersOnly).statusCode()).isEqualTo(403);
        String stranger =
                issuer.token(c ->
                        c.subject("s").claim("tenant", "other").claim("roles", List.of("admin")));
        for (String path : List.of("/" + id, "/" + id + "/stations")) {
            assertThat(send(request(path), stranger).statusCode()).isEqualTo(404);
        }
        assertThat(post("/" + id + "/cancel", "", stranger).statusCode()).isEqualTo(404);
        assertThat(send(request(""), stranger).body()).doesNotContain(id);
        expect(200, post("/" + id + "/cancel", "", resetsOnly));
    }

    private static String scoped(String scope) {
        return TestPlatform.issuer()
                .token(c ->
                        c.subject("s").claim("roles", List.of("operator")).claim("scope", scope));
    }

    @Test
    void isMadeOnceWithTheSameKey() {
        fleet.know(group, "OK-0");
        String key = UUID.randomUUID().toString();
        String first = id(expect(201, keyed(key)));
        assertThat(id(expect(201, keyed(key)))).isEqualTo(first);
        eventually(first, "Completed");
        assertThat(fleet.sentTo(named("OK-0"))).hasSize(1);
    }

    private HttpResponse<String> keyed(String key) {
        return send(
                request("")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(resetBody(""))),
                operator());
    }

    @Test
    void beginsNothingThatARuleForbidsForEveryStation() {
        fleet.know(group, "OK-1");
        String body =
                """
                {"action": "Reset", "request": {"type": "OnIdle", "evseId": 99},
                 "selector": {"group": "%s"}}
                """
                        .formatted(group);
        JsonNode problem = expect(422, post("", body, operator()));
        assertThat(problem.toString()).contains("B11.FR.98", "no EVSE 99");
        assertThat(get("?limit=500").path("items").toString()).doesNotContain(group);
    }

    @Test
    void cancellingTakesBackWhatWaitsForStations() {
        fleet.know(group, "HELD-1", "WAIT-1", "WAIT-2");
        String id =
                id(
                        reset(
                                ", \"whenOffline\": \"wait\", \"deadline\": \"PT1H\","
                                        + " \"waves\": [3]"));
        eventually(id, c -> assertThat(c.at("/stations/sent").asInt()).isEqualTo(3));
        await().atMost(FleetUnderTest.LONG).until(() -> fleet.sentTo(named("WAIT-2")).size() == 1);

        expect(200, post("/" + id + "/cancel", "", operator()));

        eventually(id, c -> assertThat(c.at("/stations/cancelled").asInt()).isEqualTo(2));
        fleet.release(named("HELD-1"));
        eventually(id, c -> assertThat(c.at("/stations/succeeded").asInt()).isOne());
        assertThat(stations(id, "")).allSatisfy(line -> assertThat(line).doesNotContain("Offline"));
    }
}
