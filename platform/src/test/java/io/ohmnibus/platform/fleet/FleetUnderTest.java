/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.fleet.StationSelection.SelectStations;
import io.ohmnibus.platform.fleet.StationSelection.SelectedStations;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import io.ohmnibus.platform.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Two instances of a service, and a gateway whose stations do what their ids say: {@code OK-1}
 * accepts, {@code NO-1} rejects, {@code ERR-1} answers with a CALLERROR, {@code OFF-1} is offline,
 * {@code MUTE-1} never answers, {@code RULE-1} breaks a rule, {@code HELD-1} answers when told,
 * {@code WAIT-1} is offline and waited for.
 */
final class FleetUnderTest implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);

    /** The stations that there are. */
    private static final List<String> KNOWN = new CopyOnWriteArrayList<>();

    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final Reading gateway;
    private final Map<String, List<BusRecord>> commands = new ConcurrentHashMap<>();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Selecting.class, ResetRule.class})
    static class App {}

    static final class Selecting implements QueryHandler<SelectStations, SelectedStations> {
        @Override
        public Mono<SelectedStations> answer(StationKey tenant, SelectStations query) {
            List<String> ids = query.selector().stationIds();
            String group = query.selector().group();
            return Mono.just(
                    new SelectedStations(
                            KNOWN.stream()
                                    .sorted()
                                    .filter(id ->
                                            query.after() == null
                                                    || id.compareTo(query.after()) > 0)
                                    .filter(id -> ids == null || ids.contains(id))
                                    .filter(id -> group == null || id.endsWith("." + group))
                                    .limit(query.limit())
                                    .toList()));
        }
    }

    static final class ResetRule implements PreparingCommandHandler<ResetRequest, ResetResponse> {
        @Override
        public Rules<ResetRequest> rules() {
            return new Rules<ResetRequest>()
                    .require("B11.FR.98", "no EVSE 99", request -> request.evseId() == null);
        }

        @Override
        public Mono<ResetRequest> prepare(StationKey station, ResetRequest request) {
            return station.stationId().startsWith("RULE-")
                    ? Mono.error(new RuleViolation("B11.FR.99", "not this one"))
                    : Mono.just(request);
        }
    }

    FleetUnderTest() {
        services.add(TestPlatform.run(App.class, Service.STATION));
        services.add(TestPlatform.another(services.getFirst(), App.class, Service.STATION));
        gateway = bus().group("test-fleet-gateway", List.of(Topics.COMMANDS), this::on);
        await().atMost(LONG).until(gateway::caughtUp);
    }

    /** Makes stations known that belong to a group of that name. */
    void know(String group, String... ids) {
        for (String id : ids) {
            KNOWN.add(id + "." + group);
        }
    }

    String port() {
        return services.getFirst().getEnvironment().getRequiredProperty("local.server.port");
    }

    private Bus bus() {
        return services.getFirst().getBean(Bus.class);
    }

    private Mono<Void> on(BusRecord command) {
        String station = StationKey.parse(command.key()).stationId();
        if (command.headers().containsKey(Headers.WITHDRAWS)) {
            return withdrawn(station, command.required(Headers.CORRELATION_ID));
        }
        List<BusRecord> all = commands.computeIfAbsent(station, _ -> new CopyOnWriteArrayList<>());
        all.add(command);
        return switch (station.substring(0, station.indexOf('-'))) {
            case "OK", "SET" -> outcome(command, Headers.ANSWERED, "{\"status\":\"Accepted\"}");
            case "NO" -> outcome(command, Headers.ANSWERED, "{\"status\":\"Rejected\"}");
            case "ERR" ->
                    outcome(
                            command,
                            Headers.REFUSED,
                            "{\"code\":\"NotSupported\",\"description\":\"no\",\"details\":{}}");
            case "OFF" -> outcome(command, Headers.OFFLINE, "");
            default -> Mono.empty();
        };
    }

    /** {@code WAIT-1} has not got its command yet. */
    private Mono<Void> withdrawn(String station, String id) {
        return Flux.fromIterable(commands.getOrDefault(station, List.of()))
                .filter(_ -> station.startsWith("WAIT-"))
                .filter(command -> command.required(Headers.CORRELATION_ID).equals(id))
                .concatMap(command -> outcome(command, Headers.OFFLINE, ""))
                .then();
    }

    /** Lets a station that is held answer. */
    void release(String station) {
        await().atMost(LONG).until(() -> commands.containsKey(station));
        outcome(
                        commands.getOrDefault(station, List.of()).getFirst(),
                        Headers.ANSWERED,
                        "{\"status\":\"Accepted\"}")
                .block(LONG);
    }

    /** The payloads that a station got. */
    List<String> sentTo(String station) {
        return commands.getOrDefault(station, List.of()).stream()
                .map(record -> new String(record.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private Mono<Void> outcome(BusRecord command, String outcome, String value) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, command.required(Headers.CORRELATION_ID));
        headers.put(Headers.OUTCOME, outcome);
        headers.put(Headers.VERSION, "ocpp2.1");
        return bus().send(
                        new BusRecord(
                                command.required(Headers.REPLY_TOPIC),
                                Integer.parseInt(command.required(Headers.REPLY_PARTITION)),
                                command.key(),
                                value.getBytes(StandardCharsets.UTF_8),
                                headers));
    }

    @Override
    public void close() {
        gateway.close();
        services.forEach(ConfigurableApplicationContext::close);
    }
}
