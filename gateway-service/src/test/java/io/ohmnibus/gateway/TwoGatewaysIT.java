/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.embedded.Ports;
import io.ohmnibus.gateway.RawStation.Frame;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.process.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One owner per station, with two gateways in processes of their own. */
@EmbeddedTest
final class TwoGatewaysIT {

    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final List<Integer> PORTS = List.of(Ports.free(), Ports.free());

    private static String kafka;
    private static TestServices services;
    private static List<ServiceProcess> gateways;

    @BeforeAll
    static void start(EmbeddedServers servers) {
        kafka = servers.kafkaBootstrap();
        gateways = List.of(launch(kafka, 0), launch(kafka, 1));
        services = new TestServices(kafka);
        services.register(
                List.of(
                        "CS-0",
                        "CS-1",
                        "CS-moves",
                        "CS-many",
                        "CS-late",
                        "CS-versions",
                        "CS-drain",
                        "CS-scale"));
        gateways.forEach(ServiceProcess::awaitReady);
    }

    private static ServiceProcess launch(String kafka, int ordinal) {
        return ServiceProcess.launch(
                GatewayApplication.class,
                Service.GATEWAY,
                TestServices.properties(kafka, ordinal, PORTS.get(ordinal)));
    }

    @AfterAll
    static void stop() {
        gateways.forEach(ServiceProcess::close);
        services.close();
    }

    private static RawStation connect(int gateway, String station, String version) {
        return await("handshake of " + station)
                .atMost(TestServices.LIMIT)
                .until(
                        () ->
                                RawStation.handshake(
                                        PORTS.get(gateway),
                                        "/ocpp/" + station,
                                        RawStation.basic(station, TestServices.PASSWORD),
                                        "Sec-WebSocket-Protocol: " + version),
                        connected -> connected.status() == 101);
    }

    private static RawStation accepted(int gateway, String station) {
        RawStation connected = connect(gateway, station, "ocpp2.1");
        assertThat(connected.ask(GatewayUnderTest.bootNotification("boot"))).contains("Accepted");
        services.awaitAt(gateway, station);
        return connected;
    }

    private static void obeys(RawStation station, String command) {
        assertThat(station.read().text()).startsWith("[2,\"" + command + "\"");
        station.text("[3,\"" + command + "\",{\"status\":\"Accepted\"}]");
        assertThat(services.outcomeOf(command)).isEqualTo("answered");
    }

    @Test
    void bringCommandsToTheStationsOfBoth() {
        try (RawStation zero = accepted(0, "CS-0");
                RawStation one = accepted(1, "CS-1")) {
            obeys(zero, services.clearCache("CS-0"));
            obeys(one, services.clearCache("CS-1"));
        }
    }

    @Test
    void letTheNewestConnectionWin() { // A6
        try (RawStation older = accepted(0, "CS-moves");
                RawStation newer = accepted(1, "CS-moves")) {
            assertThat(older.read().closeCode()).isEqualTo(1008);
            obeys(newer, services.clearCache("CS-moves"));
        }
        await().atMost(TestServices.LIMIT).until(() -> !services.directory("CS-moves").online());
        assertThat(services.outcomeOf(services.clearCache("CS-moves"))).isEqualTo("offline");
    }

    @Test
    void keepTheNewestConnectionWhenAnOlderOneEndsLate() { // pain 3
        try (RawStation older = accepted(1, "CS-late")) {
            StationConnection old = services.directory("CS-late");
            try (RawStation newer = accepted(0, "CS-late")) {
                services.announce("CS-late", old.ended(old.connectedAt(), "late"));
                services.announce("CS-late", old.revived());
                obeys(newer, services.clearCache("CS-late"));
                assertThat(services.directory("CS-late").gateway()).isZero();
                assertThat(older.read().closeCode()).isEqualTo(1008);
                obeys(newer, services.clearCache("CS-late"));
            }
        }
    }

    @Test
    void agreeOnOneOfFiftyConnections() throws Exception { // A7
        Map<RawStation, Frame> closed = new ConcurrentHashMap<>();
        List<RawStation> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RawStation>> connecting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int gateway = i % 2;
                connecting.add(threads.submit(() -> connect(gateway, "CS-many", "ocpp2.1")));
            }
            for (Future<RawStation> one : connecting) {
                all.add(one.get());
            }
            all.forEach(station -> threads.execute(() -> closed.put(station, station.read())));
            await().atMost(TestServices.LIMIT).until(() -> closed.size() == 49);
            assertThat(closed.values()).allMatch(frame -> frame.closeCode() == 1008);
            assertThat(services.directory("CS-many").online()).isTrue();
            String command =
                    services.command(
                            "CS-many",
                            "TriggerMessage",
                            "{\"requestedMessage\":\"BootNotification\"}",
                            TestServices.LIMIT,
                            false);
            await().atMost(TestServices.LIMIT).until(() -> closed.size() == 50);
            assertThat(closed.values().stream().map(Frame::text))
                    .filteredOn(text -> text.contains(command))
                    .hasSize(1);
        } finally {
            all.forEach(RawStation::close);
        }
    }

    @Test
    void speakTheVersionOfEachConnection() { // F40
        try (RawStation old = connect(0, "CS-versions", "ocpp2.0.1")) {
            assertThat(old.ask(GatewayUnderTest.bootNotification("b1"))).contains("Accepted");
            services.awaitAt(0, "CS-versions");
            String unknown =
                    services.command(
                            "CS-versions", "ClearTariffs", "{}", TestServices.LIMIT, false);
            assertThat(services.outcomeOf(unknown)).isEqualTo("refused");
        }
        try (RawStation renewed = connect(1, "CS-versions", "ocpp2.1")) {
            assertThat(renewed.ask(GatewayUnderTest.bootNotification("b2"))).contains("Accepted");
            services.awaitAt(1, "CS-versions");
            String known =
                    services.command(
                            "CS-versions", "ClearTariffs", "{}", TestServices.LIMIT, false);
            assertThat(renewed.read().text()).contains(known, "ClearTariffs");
            assertThat(renewed.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void goOnAnsweringWhileAThirdComesAndIsGone() { // F11
        String status =
                "[2,\"%d\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\","
                        + "\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}]";
        int sent = 0;
        try (RawStation station = accepted(0, "CS-scale");
                ServiceProcess third =
                        ServiceProcess.launch(
                                GatewayApplication.class,
                                Service.GATEWAY,
                                TestServices.properties(kafka, 2, Ports.free()))) {
            boolean ready = false;
            while (!ready) {
                ready = third.isReady();
                assertThat(station.ask(status.formatted(++sent))).startsWith("[3,\"" + sent);
            }
            third.jvm().kill();
            for (int i = 0; i < 50; i++) {
                assertThat(station.ask(status.formatted(++sent))).startsWith("[3,\"" + sent);
            }
        }
    }

    @Test
    void tellWithinASecondWhoHoldsAStation() {
        long slowest = 0;
        for (int turn = 0; turn < 5; turn++) {
            try (RawStation older = accepted(turn % 2, "CS-drain")) {
                long since = System.nanoTime();
                try (RawStation newer = connect(1 - turn % 2, "CS-drain", "ocpp2.1")) {
                    assertThat(older.read().closeCode()).isEqualTo(1008);
                    slowest = Math.max(slowest, System.nanoTime() - since);
                    assertThat(newer.status()).isEqualTo(101);
                }
            }
        }
        System.out.println("slowest takeover: " + Duration.ofNanos(slowest));
    }
}
