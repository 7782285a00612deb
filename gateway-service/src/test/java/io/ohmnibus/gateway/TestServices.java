/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.platform.state.CompactedTopics;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/** A test on the bus, in the place of all services, beside gateways in processes of their own. */
final class TestServices implements AutoCloseable {

    static final String PASSWORD = "correct-horse-battery-staple";
    static final Duration LIMIT = Duration.ofSeconds(60);
    static final int PARTITIONS = 4;

    private static final String PEPPER = "a-pepper-for-tests-only";
    private static final String ACCEPTED =
            "{\"currentTime\":\"2026-01-01T00:00:00Z\",\"interval\":300,\"status\":\"Accepted\"}";

    private final ConfigurableApplicationContext context;
    private final String hash;

    /** All that stations sent, in the order in which it was published. */
    final Queue<BusRecord> calls = new ConcurrentLinkedQueue<>();

    /** Every outcome, by command; a command should have one. */
    final Map<String, List<BusRecord>> outcomes = new ConcurrentHashMap<>();

    /** How long an answer takes. */
    volatile Duration thinking = Duration.ZERO;

    private final Map<String, StationConnection> directory = new ConcurrentHashMap<>();

    TestServices(String kafka) {
        context =
                new SpringApplicationBuilder(
                                platform("PlatformAutoConfiguration"),
                                platform("bus.BusAutoConfiguration"),
                                platform("state.StateAutoConfiguration"))
                        .web(WebApplicationType.NONE)
                        .run(
                                "--ohmnibus.service.name=station",
                                "--ohmnibus.security.password-pepper=" + PEPPER,
                                "--ohmnibus.kafka.bootstrap-servers=" + kafka,
                                "--ohmnibus.kafka.partitions=" + PARTITIONS,
                                "--ohmnibus.kafka.gateway-partitions=" + PARTITIONS,
                                "--spring.main.banner-mode=off");
        hash = new StationPasswords(PEPPER, new SecureRandom()).hash(PASSWORD);
        bus().group("test-services", List.of(Topics.calls(Service.STATION)), this::serve);
        bus().group("test-results", List.of(Topics.results(Service.STATION)), this::ended);
        bus().table(Topics.CONNECTIONS, this::connected);
    }

    private static Class<?> platform(String name) {
        try {
            return Class.forName("io.ohmnibus.platform." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Bus bus() {
        return context.getBean(Bus.class);
    }

    /** What a gateway process needs to run beside this. */
    static Map<String, String> properties(String kafka, int ordinal, int port) {
        Map<String, String> properties = new HashMap<>();
        properties.put("ohmnibus.kafka.bootstrap-servers", kafka);
        properties.put("ohmnibus.kafka.partitions", String.valueOf(PARTITIONS));
        properties.put("ohmnibus.kafka.gateway-partitions", String.valueOf(PARTITIONS));
        properties.put("ohmnibus.gateway.address", "127.0.0.1");
        properties.put("ohmnibus.gateway.ping-interval", "5s");
        properties.put("ohmnibus.gateway.ordinal", String.valueOf(ordinal));
        properties.put("ohmnibus.gateway.port", String.valueOf(port));
        properties.put("ohmnibus.gateway.admission.free-attempts", "10000");
        properties.put("ohmnibus.gateway.admission.connect-burst", "10000");
        return properties;
    }

    private Mono<Void> serve(BusRecord call) {
        calls.add(call);
        if (!call.headers().containsKey(Headers.REPLY_TOPIC)) {
            return Mono.empty();
        }
        String answer = call.required(Headers.ACTION).equals("BootNotification") ? ACCEPTED : "{}";
        return Mono.delay(thinking).then(reply(call, answer));
    }

    private Mono<Void> reply(BusRecord call, String answer) {
        return bus().send(
                        new BusRecord(
                                call.required(Headers.REPLY_TOPIC),
                                Integer.parseInt(call.required(Headers.REPLY_PARTITION)),
                                call.key(),
                                answer.getBytes(StandardCharsets.UTF_8),
                                Map.of(
                                        Headers.CORRELATION_ID,
                                        call.required(Headers.CORRELATION_ID),
                                        Headers.OUTCOME,
                                        Headers.ANSWERED)));
    }

    private Mono<Void> ended(BusRecord result) {
        outcomes.merge(
                result.required(Headers.CORRELATION_ID),
                List.of(result),
                (before, next) ->
                        java.util.stream.Stream.concat(before.stream(), next.stream()).toList());
        return Mono.empty();
    }

    private Mono<Void> connected(BusRecord record) {
        directory.merge(
                record.key(),
                BusJson.read(record.body(), StationConnection.class),
                StationConnection::then);
        return Mono.empty();
    }

    /** Lets stations in with {@link #PASSWORD}, soon. */
    void register(List<String> stations) {
        reactor.core.publisher.Flux.fromIterable(stations)
                .flatMap(station ->
                        context.getBean(CompactedTopics.class)
                                .<StationCredentials>topic(Topics.CREDENTIALS)
                                .put(
                                        new StationKey("default", station),
                                        new StationCredentials(1, hash, Instant.EPOCH)))
                .then()
                .block(LIMIT);
    }

    /** Writes to the directory, as a gateway does. */
    void announce(String station, StationConnection connection) {
        context.getBean(CompactedTopics.class)
                .<StationConnection>topic(Topics.CONNECTIONS)
                .put(new StationKey("default", station), connection)
                .block(LIMIT);
    }

    /** What the directory says of a station. */
    StationConnection directory(String station) {
        return Objects.requireNonNull(directory.get("default/" + station), station);
    }

    /** How many stations with ids like that are connected. */
    long online(String prefix) {
        return directory.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("default/" + prefix))
                .filter(entry -> entry.getValue().online())
                .count();
    }

    /** How many stations are connected to that instance. */
    long online(int gateway) {
        return directory.values().stream()
                .filter(connection -> connection.online() && connection.gateway() == gateway)
                .count();
    }

    /** How many commands ended how. */
    Map<String, Long> summary(List<String> commands) {
        return commands.stream()
                .collect(Collectors.groupingBy(this::outcome, Collectors.counting()));
    }

    /** Whether it was told twice how a command ended, and differently. */
    boolean isContradicted(String id) {
        return outcomes.getOrDefault(id, List.of()).stream()
                        .map(outcome -> outcome.required(Headers.OUTCOME))
                        .distinct()
                        .count()
                > 1;
    }

    /** How a command ended, as far as it did. */
    String outcome(String id) {
        List<BusRecord> all = outcomes.getOrDefault(id, List.of());
        return all.isEmpty() ? "none" : all.getFirst().required(Headers.OUTCOME);
    }

    /** Waits until the directory says that the station is connected to that instance. */
    void awaitAt(int gateway, String station) {
        await(station + " is at " + gateway)
                .atMost(LIMIT)
                .until(() -> {
                    StationConnection at = directory.get("default/" + station);
                    return at != null && at.online() && at.gateway() == gateway;
                });
    }

    /** Puts a command on the topic, as a service does; its id. */
    String command(String station, String action, String payload, Duration limit, boolean waits) {
        BusRecord command = record(station, action, payload, limit, waits);
        bus().send(command).block(LIMIT);
        return command.required(Headers.CORRELATION_ID);
    }

    /**
     * Puts a command that waits on the topic, and on its way to a connection that is lost since, as
     * it stands when a router dies before it can commit; its id.
     */
    String handedOn(String station, int gateway) {
        StationConnection lost =
                StationConnection.opened(
                        UUID.randomUUID().toString(), gateway, "ocpp2.1", Instant.EPOCH, "?");
        announce(station, lost.ended(Instant.EPOCH, "lost"));
        BusRecord command = record(station, "ClearCache", "{}", LIMIT.multipliedBy(5), true);
        bus().send(command).block(LIMIT);
        Map<String, String> headers = new HashMap<>(command.headers());
        headers.put(Headers.CONNECTION_ID, lost.connectionId());
        bus().send(
                        new BusRecord(
                                Topics.GATEWAY_INBOX,
                                gateway,
                                command.key(),
                                command.body(),
                                headers))
                .block(LIMIT);
        return command.required(Headers.CORRELATION_ID);
    }

    private static BusRecord record(
            String station, String action, String payload, Duration limit, boolean waits) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, UUID.randomUUID().toString());
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

    String clearCache(String station) {
        return command(station, "ClearCache", "{}", LIMIT, false);
    }

    /** How a command ended, first. */
    String outcomeOf(String id) {
        return await("outcome of " + id)
                .atMost(LIMIT)
                .until(() -> outcomes.get(id), Objects::nonNull)
                .getFirst()
                .required(Headers.OUTCOME);
    }

    @Override
    public void close() {
        context.close();
    }
}
