/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import static io.ohmnibus.platform.testing.TestGateway.newStation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import io.ohmnibus.platform.testing.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands from REST to the bus and back, with a gateway that does what each test tells it. */
class CommandsIT {

    private static final String RESET = "{\"type\":\"OnIdle\"}";
    private static final String PASSWORD =
            "{\"setVariableData\":[{\"attributeValue\":\"geheimes-Passwort-123\","
                    + "\"component\":{\"name\":\"SecurityCtrlr\"},"
                    + "\"variable\":{\"name\":\"BasicAuthPassword\"}}]}";
    private static final Duration LONG = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext service;

    @SuppressWarnings("NullAway.Init")
    private static Reading gateway;

    private static final List<BusRecord> commands = new CopyOnWriteArrayList<>();
    private static final HttpClient http = HttpClient.newHttpClient();

    private final String station = newStation();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Registered.class, ScriptedReset.class, Watching.class})
    static class App {}

    static final class Registered
            implements QueryHandler<StationRegister.IsRegistered, StationRegister.Registration> {

        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public Mono<StationRegister.Registration> answer(
                StationKey station, StationRegister.IsRegistered query) {
            asked.add(station.stationId());
            return Mono.just(
                    new StationRegister.Registration(station.stationId().startsWith("CS-")));
        }
    }

    static final class Watching implements CommandObserver {

        private final Map<UUID, EndedCommand> ended = new ConcurrentHashMap<>();

        @Override
        public Mono<Void> ended(EndedCommand command) {
            return Mono.fromRunnable(() -> ended.put(command.id(), command));
        }
    }

    static final class ScriptedReset
            implements PreparingCommandHandler<ResetRequest, ResetResponse> {

        private final Map<String, List<Outcome<ResetResponse>>> completed =
                new ConcurrentHashMap<>();
        private final List<String> failing = new CopyOnWriteArrayList<>();
        private final DatabaseClient database;

        ScriptedReset(DatabaseClient database) {
            this.database = database;
        }

        @Override
        public Mono<ResetRequest> prepare(StationKey station, ResetRequest request) {
            return request.evseId() != null && request.evseId() > 10
                    ? Mono.error(new RuleViolation("B11.FR.99", "there is no such EVSE"))
                    : Mono.just(request);
        }

        @Override
        public Mono<Void> completed(
                StationKey station, ResetRequest request, Outcome<ResetResponse> outcome) {
            completed
                    .computeIfAbsent(station.stationId(), _ -> new CopyOnWriteArrayList<>())
                    .add(outcome);
            return failing.contains(station.stationId())
                    ? database.sql("update commands set late_outcome = 'half done'")
                            .then()
                            .then(Mono.error(new IllegalStateException("handler failed")))
                    : Mono.empty();
        }
    }

    @BeforeAll
    static void start() {
        service = TestPlatform.run(App.class, Service.STATION);
        gateway =
                bus().group(
                                "test-gateway",
                                List.of(Topics.COMMANDS),
                                record -> {
                                    commands.add(record);
                                    return Mono.empty();
                                });
        await().atMost(LONG).until(gateway::caughtUp);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
        http.close();
    }

    private static Bus bus() {
        return service.getBean(Bus.class);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String role) {
        try {
            return http.send(
                    request.header(
                                    "Authorization",
                                    "Bearer " + TestPlatform.issuer().token("op", role))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/api/station" + path));
    }

    private HttpResponse<String> post(String actionAndQuery, String body) {
        return post(actionAndQuery, body, "operator");
    }

    private HttpResponse<String> post(String actionAndQuery, String body, String role) {
        return send(
                request("/stations/" + station + "/commands/" + actionAndQuery)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                role);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** Sends a command and waits until the gateway has it. */
    private BusRecord commanded(String actionAndQuery, String body) {
        HttpResponse<String> response = post(actionAndQuery, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        String id = json(response).path("id").stringValue();
        await().atMost(LONG)
                .until(() ->
                        commands.stream()
                                .anyMatch(record ->
                                        id.equals(record.headers().get(Headers.CORRELATION_ID))));
        return commands.stream()
                .filter(record -> id.equals(record.headers().get(Headers.CORRELATION_ID)))
                .findFirst()
                .orElseThrow();
    }

    private static void outcome(BusRecord command, String outcome, String value) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, command.required(Headers.CORRELATION_ID));
        headers.put(Headers.OUTCOME, outcome);
        headers.put(Headers.VERSION, "ocpp2.1");
        bus().send(
                        new BusRecord(
                                command.required(Headers.REPLY_TOPIC),
                                Integer.parseInt(command.required(Headers.REPLY_PARTITION)),
                                command.key(),
                                value.getBytes(StandardCharsets.UTF_8),
                                headers))
                .block(LONG);
    }

    private static JsonNode resource(BusRecord command) {
        HttpResponse<String> response =
                send(request("/commands/" + command.required(Headers.CORRELATION_ID)), "viewer");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static JsonNode awaitEnd(BusRecord command, String status) {
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(resource(command).path("status").stringValue())
                                .isEqualTo(status));
        return resource(command);
    }

    private List<Outcome<ResetResponse>> completed() {
        return service.getBean(ScriptedReset.class).completed.getOrDefault(station, List.of());
    }

    private static String row(BusRecord command) {
        return Objects.requireNonNull(
                service.getBean(DatabaseClient.class)
                        .sql("select row_to_json(c)::text as row from commands c where id = :id")
                        .bind("id", UUID.fromString(command.required(Headers.CORRELATION_ID)))
                        .map(row -> Objects.requireNonNull(row.get("row", String.class)))
                        .one()
                        .block(LONG));
    }

    @Test
    void sendsACommandAndTakesItsAnswer() {
        BusRecord command = commanded("Reset", RESET);
        assertThat(command.key()).isEqualTo("default/" + station);
        assertThat(new String(command.body(), StandardCharsets.UTF_8)).isEqualTo(RESET);
        assertThat(resource(command).path("status").stringValue()).isEqualTo("Pending");

        outcome(command, Headers.ANSWERED, "{\"status\":\"Accepted\"}");

        JsonNode ended = awaitEnd(command, "Answered");
        assertThat(ended.path("response").path("status").stringValue()).isEqualTo("Accepted");
        assertThat(completed()).singleElement().isInstanceOf(Outcome.Answered.class);
        UUID id = UUID.fromString(command.required(Headers.CORRELATION_ID));
        assertThat(service.getBean(Watching.class).ended.get(id))
                .isEqualTo(
                        new EndedCommand(
                                id,
                                new StationKey("default", station),
                                new ResetRequest(ResetEnum.ON_IDLE, null, null),
                                completed().getFirst()));
    }

    @Test
    void tellsWhatTheStationRefusedWith() {
        BusRecord command = commanded("Reset", RESET);
        outcome(
                command,
                Headers.REFUSED,
                "{\"code\":\"NotSupported\",\"description\":\"no\",\"details\":{}}");
        assertThat(awaitEnd(command, "Refused").path("error").path("code").stringValue())
                .isEqualTo("NotSupported");
        assertThat(completed()).singleElement().isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void tellsThatTheStationWasOfflineOrDidNotAnswer() {
        BusRecord offline = commanded("Reset", RESET);
        outcome(offline, Headers.OFFLINE, "");
        awaitEnd(offline, "Offline");
        BusRecord late = commanded("Reset", RESET);
        outcome(late, Headers.TIMED_OUT, "");
        awaitEnd(late, "TimedOut");
        assertThat(completed()).hasSize(2);
    }

    @Test
    void endsACommandWhoseGatewayWasKilledAtItsDeadline() {
        BusRecord command = commanded("Reset?deadline=PT1S", RESET);

        awaitEnd(command, "TimedOut"); // nobody ever reports

        assertThat(completed()).singleElement().isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void recordsALateOutcomeWithoutApplyingIt() {
        BusRecord command = commanded("Reset", RESET);
        outcome(command, Headers.TIMED_OUT, "");
        awaitEnd(command, "TimedOut");

        outcome(command, Headers.ANSWERED, "{\"status\":\"Accepted\"}");

        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(row(command)).contains("\"late_outcome\":\"Answered\""));
        assertThat(resource(command).path("status").stringValue()).isEqualTo("TimedOut");
        assertThat(completed()).hasSize(1);
    }

    @Test
    void endsACommandWhoseHandlerFailsWithoutItsHalfDoneEffect() {
        service.getBean(ScriptedReset.class).failing.add(station);
        BusRecord command = commanded("Reset", RESET);
        outcome(command, Headers.ANSWERED, "{\"status\":\"Accepted\"}");
        awaitEnd(command, "Answered");
        assertThat(row(command)).doesNotContain("half done");
    }

    @Test
    void refusesWhatARuleForbidsWithTheRequirement() {
        HttpResponse<String> response = post("Reset", "{\"type\":\"OnIdle\",\"evseId\":11}");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json(response).path("requirement").stringValue()).isEqualTo("B11.FR.99");
    }

    @Test
    void refusesWhatIsNotAllowedOrKnownOrValid() {
        assertThat(post("Reset", RESET, "viewer").statusCode()).isEqualTo(403);
        assertThat(post("ClearCache", "{}").statusCode()).isIn(403, 404);
        assertThat(post("Reset", "{\"type\":\"Sometimes\"}").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown =
                send(
                        request("/stations/other/commands/Reset")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(RESET)),
                        "operator");
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void asksForAStationOnlyUntilItIsKnown() {
        post("Reset", RESET);
        post("Reset", RESET);
        assertThat(service.getBean(Registered.class).asked).containsOnlyOnce(station);
    }

    @Test
    void waitsForTheOutcomeWhenAsked() {
        var response =
                java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> post("Reset?wait=PT30S", RESET));
        await().atMost(LONG)
                .until(() -> commands.stream().anyMatch(r -> r.key().endsWith(station)));
        BusRecord command =
                commands.stream().filter(r -> r.key().endsWith(station)).findFirst().orElseThrow();
        outcome(command, Headers.ANSWERED, "{\"status\":\"Scheduled\"}");
        assertThat(response.join().statusCode()).isEqualTo(200);
        assertThat(response.join().body()).contains("Scheduled");
    }

    @Test
    void showsSecretsNowhereButToTheGateway() { // A14
        HttpResponse<String> response = post("SetVariables", PASSWORD, "admin");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.body()).doesNotContain("geheim").contains("BasicAuthPassword");
        await().atMost(LONG)
                .until(() -> commands.stream().anyMatch(r -> r.key().endsWith(station)));
        BusRecord command =
                commands.stream().filter(r -> r.key().endsWith(station)).findFirst().orElseThrow();
        assertThat(new String(command.body(), StandardCharsets.UTF_8)).isEqualTo(PASSWORD);
        assertThat(row(command)).doesNotContain("geheim").contains("***");
        assertThat(resource(command).toString()).doesNotContain("geheim");

        outcome(command, Headers.OFFLINE, "");
        awaitEnd(command, "Offline");
        assertThat(row(command)).contains("\"sealed_request\":null");
    }

    @Test
    void aRuleThatIsBrokenIsNoFailureOfTheCallersTransaction() {
        Commands sender = service.getBean(Commands.class);
        StationKey key = new StationKey("default", station);
        UUID sent =
                sender.send(key, new ResetRequest(ResetEnum.ON_IDLE, 11, null), OPTIONS)
                        .onErrorResume(
                                RuleViolation.class,
                                _ ->
                                        sender.send(
                                                key,
                                                new ResetRequest(ResetEnum.ON_IDLE, null, null),
                                                OPTIONS))
                        .as(service.getBean(TransactionalOperator.class)::transactional)
                        .block(LONG);
        await().atMost(LONG).until(() -> headers(station).contains(sent + ""));
    }

    @Test
    void whatIsTakenBackComesBehindTheCommand() {
        Commands sender = service.getBean(Commands.class);
        StationKey key = new StationKey("default", station);
        UUID sent =
                Objects.requireNonNull(
                        sender.send(key, new ResetRequest(ResetEnum.ON_IDLE, null, null), OPTIONS)
                                .block(LONG));
        sender.withdraw(Map.of(sent, key)).block(LONG);
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(headers(station)).containsExactly(sent + "", sent + " back"));
    }

    private static final CommandOptions OPTIONS = new CommandOptions(LONG, true);

    private static List<String> headers(String station) {
        return commands.stream()
                .filter(record -> record.key().endsWith("/" + station))
                .map(record ->
                        record.required(Headers.CORRELATION_ID)
                                + (record.headers().containsKey(Headers.WITHDRAWS) ? " back" : ""))
                .toList();
    }
}
