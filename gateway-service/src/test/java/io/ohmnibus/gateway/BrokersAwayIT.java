/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.embedded.EmbeddedOptions.Part;
import io.ohmnibus.embedded.Ports;
import io.ohmnibus.platform.bus.Followed;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.process.ServerProcess;
import io.ohmnibus.platform.test.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A gateway whose brokers do not answer, and one whose stations do not. */
@Tag("faults")
final class BrokersAwayIT {

    private static final Logger log = LoggerFactory.getLogger(BrokersAwayIT.class);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int PORT = Ports.free();
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final String STATUS =
            "[2,\"st\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\","
                    + "\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}]";

    @TempDir private static Path folder;

    private static ServerProcess kafka;
    private static ServiceProcess gateway;
    private static TestServices services;

    @BeforeAll
    static void start() {
        kafka = ServerProcess.launch(Part.KAFKA, folder).awaitReady();
        String brokers = "localhost:" + kafka.port();
        Map<String, String> properties = TestServices.properties(brokers, 0, PORT);
        properties.put("ohmnibus.gateway.call-timeout", "10s");
        gateway = ServiceProcess.launch(GatewayApplication.class, Service.GATEWAY, properties);
        services = new TestServices(brokers);
        gateway.awaitReady();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        services.close();
        kafka.close();
    }

    private static RawStation accepted(String station) {
        services.register(List.of(station));
        RawStation connected =
                await().atMost(LONG)
                        .until(
                                () ->
                                        RawStation.handshake(
                                                PORT,
                                                "/ocpp/" + station,
                                                RawStation.basic(station, TestServices.PASSWORD),
                                                "Sec-WebSocket-Protocol: ocpp2.1"),
                                one -> one.status() == 101);
        assertThat(connected.ask(GatewayUnderTest.bootNotification("boot"))).contains("Accepted");
        services.awaitAt(0, station);
        return connected;
    }

    @Test
    void keepsItsStationsWhileTheBrokersAreAway() { // F1
        try (RawStation station = accepted("B-1")) {
            String connection = services.directory("B-1").connectionId();
            kafka.pause();
            long away = System.nanoTime();
            assertThat(station.ask(STATUS)).startsWith("[4,\"st\",\"InternalError\"");
            await("away for a minute")
                    .atMost(LONG)
                    .pollInterval(Duration.ofSeconds(3))
                    .until(() -> {
                        assertThat(station.ask(HEARTBEAT)).contains("currentTime");
                        return System.nanoTime() - away > Duration.ofSeconds(60).toNanos();
                    });
            kafka.resume();
            long back = System.nanoTime();
            await("calls are accepted again")
                    .atMost(LONG)
                    .until(() -> station.ask(STATUS).startsWith("[3,\"st\""));
            Duration recovery = Duration.ofNanos(System.nanoTime() - back);
            log.info("calls are accepted {} after the brokers were back", recovery);
            assertThat(recovery).isLessThan(Duration.ofSeconds(30));
            String command = services.clearCache("B-1");
            assertThat(station.read().text()).contains(command);
            station.text("[3,\"" + command + "\",{\"status\":\"Accepted\"}]");
            assertThat(services.outcomeOf(command)).isEqualTo("answered");
            assertThat(services.directory("B-1").online()).isTrue();
            assertThat(services.directory("B-1").connectionId()).isEqualTo(connection);
        }
        assertThat(published()).as("nothing stands there twice").doesNotHaveDuplicates(); // F7
    }

    /** The correlation ids of all CALLs as they stand on the topic. */
    private static List<String> published() {
        List<String> ids = new CopyOnWriteArrayList<>();
        Followed topic =
                services.bus()
                        .table(
                                Topics.calls(Service.STATION),
                                call -> {
                                    ids.add(call.required(Headers.CORRELATION_ID));
                                    return Mono.empty();
                                });
        try (topic) {
            topic.readToEnd().block(LONG);
        }
        return ids;
    }

    @Test
    void seesThatAStationIsGoneWhoseLinkWasCutSilently() { // F23
        try (RawStation mute = accepted("B-mute")) {
            assertThat(mute.status()).isEqualTo(101);
            await().atMost(LONG).until(() -> !services.directory("B-mute").online());
            assertThat(services.directory("B-mute").closeReason()).contains("silent");
            assertThat(services.outcomeOf(services.clearCache("B-mute"))).isEqualTo("offline");
        }
    }
}
