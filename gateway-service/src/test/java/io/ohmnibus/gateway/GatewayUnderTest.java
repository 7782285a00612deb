/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.gateway.edge.StationServer;
import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.state.CompactedTopics;
import io.ohmnibus.platform.test.EmbeddedServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** The real gateway on a real broker, with a test in the place of all services. */
final class GatewayUnderTest implements AutoCloseable {

    static final String PASSWORD = "correct-horse-battery-staple";
    static final String ACCEPTED = boot("Accepted");
    static final String PENDING = boot("Pending");
    static final String REJECTED = boot("Rejected");

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final Bus bus;

    /** What the service side answers, by action; without an entry it is silent. */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    /** What came in from stations, and how commands ended. */
    final BlockingQueue<BusRecord> calls = new LinkedBlockingQueue<>();

    private final Map<String, BusRecord> outcomes = new ConcurrentHashMap<>();

    /**
     * @param settings further ones, {@code name=value}
     */
    GatewayUnderTest(EmbeddedServers servers, int port, String... settings) {
        context =
                OhmnibusService.builder(GatewayApplication.class, Service.GATEWAY)
                        .initializers(GatewayUnderTest::addPasswords)
                        .run(arguments(servers, port, settings));
        bus = context.getBean(Bus.class);
        bus.group(
                "test-services",
                List.of(Topics.calls(Service.STATION), Topics.calls(Service.TRANSACTION)),
                this::serve);
        bus.group(
                "test-results",
                List.of(Topics.results(Service.STATION)),
                result -> {
                    outcomes.put(result.required(Headers.CORRELATION_ID), result);
                    return Mono.empty();
                });
        answers.put("BootNotification", ACCEPTED);
        answers.put("DataTransfer", "{\"status\":\"Accepted\"}");
    }

    private static String[] arguments(EmbeddedServers servers, int port, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("ohmnibus.kafka.bootstrap-servers", servers.kafkaBootstrap());
        String partitions = String.valueOf(TestServices.PARTITIONS); // on the same broker
        all.put("ohmnibus.kafka.partitions", partitions);
        all.put("ohmnibus.kafka.gateway-partitions", partitions);
        all.put("ohmnibus.security.password-pepper", "a-pepper-for-tests-only");
        all.put("ohmnibus.security.jwk-set-uri", "http://localhost:1/jwks");
        all.put("ohmnibus.security.issuer", "http://localhost:1");
        all.put("ohmnibus.gateway.ordinal", "0");
        all.put("ohmnibus.gateway.port", String.valueOf(port));
        all.put("ohmnibus.gateway.call-timeout", "PT3S");
        all.put("ohmnibus.gateway.command-timeout", "PT3S");
        all.put("ohmnibus.gateway.max-frame", "64KB");
        all.put("ohmnibus.gateway.session.settle-time", "PT0.2S");
        all.put("ohmnibus.gateway.admission.free-attempts", "10000");
        all.put("ohmnibus.gateway.admission.connect-burst", "10000");
        all.put("server.port", "0");
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    private static void addPasswords(ConfigurableApplicationContext context) {
        context.getBeanFactory()
                .registerSingleton(
                        "stationPasswords",
                        new StationPasswords("a-pepper-for-tests-only", new SecureRandom()));
        context.getBeanFactory().registerSingleton("jwtDecoder", tokens());
    }

    /** The token is the name of its tenant. */
    private static ReactiveJwtDecoder tokens() {
        return token ->
                Mono.just(
                        Jwt.withTokenValue(token)
                                .header("alg", "none")
                                .subject("somebody")
                                .claim("tenant", token)
                                .claim("roles", List.of("admin"))
                                .issuedAt(Instant.EPOCH)
                                .build());
    }

    /** Asks the REST API as somebody of that tenant. */
    HttpResponse<String> get(String tenant, String path) throws IOException, InterruptedException {
        String rest = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + rest + "/api/gateway" + path))
                        .header("Authorization", "Bearer " + tenant)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String boot(String status) {
        return "{\"currentTime\":\"2026-01-01T00:00:00Z\",\"interval\":300,\"status\":\""
                + status
                + "\"}";
    }

    private Mono<Void> serve(BusRecord call) {
        calls.add(call);
        String answer = answers.get(call.required(Headers.ACTION));
        return answer == null || !call.headers().containsKey(Headers.REPLY_TOPIC)
                ? Mono.empty()
                : bus.send(replyTo(call, answer));
    }

    /** Answers a CALL in place of a service. */
    void reply(BusRecord call, String answer) {
        bus.send(replyTo(call, answer)).block(LIMIT);
    }

    private static BusRecord replyTo(BusRecord call, String answer) {
        return new BusRecord(
                call.required(Headers.REPLY_TOPIC),
                Integer.parseInt(call.required(Headers.REPLY_PARTITION)),
                call.key(),
                answer.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Headers.CORRELATION_ID,
                        call.required(Headers.CORRELATION_ID),
                        Headers.OUTCOME,
                        Headers.ANSWERED));
    }

    /** The next CALL that a station sent to its service. */
    BusRecord nextCall(String station, String action) {
        return await().atMost(LIMIT)
                .until(
                        () -> {
                            BusRecord call = calls.poll();
                            boolean fits =
                                    call != null
                                            && call.key().equals("default/" + station)
                                            && call.required(Headers.ACTION).equals(action);
                            return fits ? call : null;
                        },
                        java.util.Objects::nonNull);
    }

    /** The sum of a counter over the tags that are not given. */
    double count(String meter, String... tags) {
        return context
                .getBean(MeterRegistry.class)
                .find("ohmnibus.gateway." + meter)
                .tags(tags)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    int port() {
        return context.getBean(StationServer.class).port();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Lets a station in with {@link #PASSWORD} from now on. */
    void register(String station) {
        String hash = context.getBean(StationPasswords.class).hash(PASSWORD);
        context.getBean(CompactedTopics.class)
                .<StationCredentials>topic(Topics.CREDENTIALS)
                .put(
                        new StationKey("default", station),
                        new StationCredentials(1, hash, Instant.EPOCH))
                .block(LIMIT);
        await().atMost(LIMIT)
                .until(() -> {
                    try (RawStation probe = connect(station, "ocpp0")) {
                        return probe.status() == 101;
                    }
                });
    }

    /** Sets how a station has to prove who it is, and waits until the gateway knows. */
    void register(StationKey station, StationCredentials credentials) {
        context.getBean(CompactedTopics.class)
                .<StationCredentials>topic(Topics.CREDENTIALS)
                .put(station, credentials)
                .block(LIMIT);
        CompactedTable<?> known = context.getBean("stationCredentials", CompactedTable.class);
        await().atMost(LIMIT).until(() -> credentials.equals(known.get(station).orElse(null)));
    }

    String hash() {
        return context.getBean(StationPasswords.class).hash(PASSWORD);
    }

    RawStation connect(String station, String subprotocol) {
        return RawStation.handshake(
                port(),
                "/ocpp/" + station,
                RawStation.basic(station, PASSWORD),
                "Sec-WebSocket-Protocol: " + subprotocol);
    }

    /** A registered station, connected with 2.1 and accepted. */
    RawStation accepted(String station) {
        return accepted(station, "ocpp2.1");
    }

    RawStation accepted(String station, String subprotocol) {
        register(station);
        RawStation connected = connect(station, subprotocol);
        answers.put("BootNotification", ACCEPTED);
        String answer = connected.ask(bootNotification("boot"));
        if (!answer.contains("Accepted")) {
            throw new AssertionError(answer);
        }
        return connected;
    }

    static String bootNotification(String id) {
        return "[2,\""
                + id
                + "\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":"
                + "{\"model\":\"M\",\"vendorName\":\"V\"}}]";
    }

    /** Puts a command on the topic; its id. */
    String command(String station, String action, String payload, Duration limit, boolean waits) {
        String id = UUID.randomUUID().toString();
        bus.send(command(id, station, action, payload, limit, waits)).block(LIMIT);
        return id;
    }

    /** Puts a command on the topic again, as a service does that died after it had sent it. */
    void repeat(String id, String station, String action, String payload) {
        bus.send(command(id, station, action, payload, LIMIT, false)).block(LIMIT);
    }

    /** Puts a command on the topic, as an instance does that cannot send it over a connection. */
    void giveBack(String id, String station, String action, String connectionId) {
        BusRecord command = command(id, station, action, "{}", LIMIT, true);
        Map<String, String> headers = new HashMap<>(command.headers());
        headers.put(Headers.HANDED_BACK_BY, connectionId);
        bus.send(BusRecord.keyed(Topics.COMMANDS, command.key(), command.body(), headers))
                .block(LIMIT);
    }

    private static BusRecord command(
            String id,
            String station,
            String action,
            String payload,
            Duration limit,
            boolean waits) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, id);
        headers.put(Headers.ACTION, action);
        headers.put(Headers.REPLY_TOPIC, Topics.results(Service.STATION));
        headers.put(Headers.REPLY_PARTITION, "0");
        headers.put(Headers.DEADLINE, Instant.now().plus(limit).toString());
        headers.put(Headers.WAIT_WHEN_OFFLINE, String.valueOf(waits));
        return BusRecord.keyed(
                Topics.COMMANDS,
                "default/" + station,
                payload.getBytes(StandardCharsets.UTF_8),
                headers);
    }

    /** Writes that a connection stands which this instance does not have. */
    void announce(String station, String connectionId) {
        directory(station, connection(connectionId));
    }

    /** Writes that such a connection ended. */
    void announceEnd(String station, String connectionId) {
        directory(station, connection(connectionId).ended(Instant.EPOCH, "late"));
    }

    private static StationConnection connection(String id) {
        return StationConnection.opened(id, 0, "ocpp2.1", Instant.EPOCH, "1.2.3.4:5");
    }

    private void directory(String station, StationConnection connection) {
        bean(CompactedTopics.class)
                .<StationConnection>topic(Topics.CONNECTIONS)
                .put(new StationKey("default", station), connection)
                .block(LIMIT);
    }

    /** Waits until the newest record of the directory says that a station is gone. */
    void awaitOffline(String station) {
        awaitConnection(station, connection -> !connection.online());
    }

    /** The newest record of a station in the directory, once it is as wanted. */
    StationConnection awaitConnection(String station, Predicate<StationConnection> wanted) {
        Map<String, StationConnection> seen = new ConcurrentHashMap<>();
        try (Reading reading =
                bus.table(
                        Topics.CONNECTIONS,
                        record -> {
                            seen.put(
                                    record.key(),
                                    BusJson.read(record.body(), StationConnection.class));
                            return Mono.empty();
                        })) {
            return await().atMost(LIMIT.multipliedBy(3))
                    .until(
                            () -> seen.get("default/" + station),
                            last -> reading.caughtUp() && last != null && wanted.test(last));
        }
    }

    /** How a command ended. */
    BusRecord outcome(String id) {
        return await().atMost(LIMIT).until(() -> outcomes.get(id), java.util.Objects::nonNull);
    }

    String outcomeOf(String id) {
        return outcome(id).required(Headers.OUTCOME);
    }

    @Override
    public void close() {
        context.close();
    }
}
