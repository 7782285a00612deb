/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.embedded.Ports;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.process.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two gateways, of which one is killed, paused or told to stop. */
@Tag("faults")
@EmbeddedTest
final class GatewayFaultsIT {

    private static final Logger log = LoggerFactory.getLogger(GatewayFaultsIT.class);
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final String STATUS =
            "[2,\"ID\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\","
                    + "\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}]";

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final List<Integer> PORTS = List.of(Ports.free(), Ports.free());

    private TestServices services;
    private List<ServiceProcess> gateways;

    @BeforeEach
    void start(EmbeddedServers servers) {
        String kafka = servers.kafkaBootstrap();
        gateways = List.of(launch(kafka, 0), launch(kafka, 1));
        services = new TestServices(kafka);
        gateways.forEach(ServiceProcess::awaitReady);
    }

    private static ServiceProcess launch(String kafka, int ordinal) {
        return ServiceProcess.launch(
                GatewayApplication.class,
                Service.GATEWAY,
                TestServices.properties(kafka, ordinal, PORTS.get(ordinal)));
    }

    @AfterEach
    void stop() {
        gateways.forEach(ServiceProcess::close);
        services.close();
    }

    private Fleet fleet(String prefix, int size, Duration reporting) {
        List<String> ids = Fleet.ids(prefix, size);
        services.register(ids);
        Fleet fleet = new Fleet(PORTS, ids, reporting);
        await("all connected").atMost(LONG).until(() -> fleet.connected() == size);
        await("all online").atMost(LONG).until(() -> services.online(prefix) == size);
        return fleet;
    }

    private RawStation quiet(int gateway, String station) {
        services.register(List.of(station));
        RawStation connected =
                await().atMost(LONG)
                        .until(
                                () ->
                                        RawStation.handshake(
                                                PORTS.get(gateway),
                                                "/ocpp/" + station,
                                                RawStation.basic(station, TestServices.PASSWORD),
                                                "Sec-WebSocket-Protocol: ocpp2.1"),
                                one -> one.status() == 101);
        assertThat(connected.ask(GatewayUnderTest.bootNotification("boot"))).contains("Accepted");
        services.awaitAt(gateway, station);
        return connected;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Test
    void bringAllStationsOfAKilledOneBackAndLeaveNoGhost() { // F21
        try (Fleet fleet = fleet("K-", 500, Duration.ofSeconds(5))) {
            RawStation gone = quiet(0, "K-gone");
            long held = services.online(0);
            long killed = System.nanoTime();
            gateways.get(0).jvm().kill();
            gone.close();
            await().atMost(LONG).until(() -> fleet.connected() == 500);
            Duration connected = since(killed);
            await().atMost(LONG).until(() -> services.online(0) == 0);
            Duration noGhost = since(killed);
            assertThat(services.online("K-")).isEqualTo(500);
            assertThat(noGhost).isLessThan(Duration.ofSeconds(90));
            assertThat(services.directory("K-gone").closeReason()).contains("lost");
            assertThat(services.outcomeOf(services.clearCache("K-gone"))).isEqualTo("offline");
            log.info(
                    "{} stations of a killed gateway: all back after {}, no ghost after {}",
                    held,
                    connected,
                    noGhost);
        }
    }

    @Test
    void keepAnInstanceFromActingThatWasPausedWhileItsStationsWentElsewhere() { // F53
        try (RawStation older = quiet(0, "P-1")) {
            String connection = services.directory("P-1").connectionId();
            gateways.get(0).jvm().pause();
            long paused = System.nanoTime();
            try (RawStation newer = quiet(1, "P-1")) {
                older.text(STATUS.replace("ID", "late"));
                String command = services.clearCache("P-1");
                assertThat(newer.read().text()).contains(command);
                newer.text("[3,\"" + command + "\",{\"status\":\"Accepted\"}]");
                assertThat(services.outcomeOf(command)).isEqualTo("answered");
                await().atMost(LONG)
                        .pollInterval(Duration.ofSeconds(2))
                        .until(() -> {
                            assertThat(newer.ask(HEARTBEAT)).contains("currentTime");
                            return since(paused).compareTo(Duration.ofSeconds(32)) > 0;
                        });
                gateways.get(0).jvm().resume();
                assertThat(older.read().closeCode()).isEqualTo(1008);
                String next = services.clearCache("P-1");
                assertThat(newer.read().text()).contains(next);
                newer.text("[3,\"" + next + "\",{\"status\":\"Accepted\"}]");
                assertThat(services.outcomeOf(next)).isEqualTo("answered");
                assertThat(services.directory("P-1").gateway()).isEqualTo(1);
                assertThat(services.calls)
                        .filteredOn(call -> call.key().equals("default/P-1"))
                        .filteredOn(call -> call.required(Headers.CONNECTION_ID).equals(connection))
                        .allMatch(call -> call.required(Headers.ACTION).equals("BootNotification"));
                assertThat(services.outcomes.values()).allMatch(outcomes -> outcomes.size() == 1);
            }
        }
    }

    @Test
    void loseNoCommandAndObeyNoneTwiceWhileRoutersComeAndGo() { // F5, F48
        try (Fleet fleet = fleet("C-", 40, Duration.ofSeconds(5))) {
            List<String> commands = new ArrayList<>();
            long began = System.nanoTime();
            flow(commands, () -> gateways.get(0).jvm().terminate());
            flow(commands, () -> gateways.get(0).restart());
            Duration orderly = since(began);
            await("all have an outcome")
                    .atMost(LONG)
                    .until(() -> services.outcomes.keySet().containsAll(commands));
            int first = commands.size();
            flow(commands, () -> gateways.get(1).jvm().kill());
            flow(commands, () -> gateways.get(1).restart());
            await("those of the killed one are over")
                    .atMost(LONG)
                    .until(() ->
                            since(began).compareTo(orderly.plus(DEADLINE.multipliedBy(3))) > 0);
            List<String> lost =
                    commands.stream().filter(id -> services.outcome(id).equals("none")).toList();
            log.info(
                    "{} and {} commands, {} obeyed, {} left to their deadlines, outcomes {}",
                    first,
                    commands.size() - first,
                    fleet.obeyed.size(),
                    lost.size(),
                    services.summary(commands));
            assertThat(lost).as("in the hands of the killed one").hasSizeLessThan(200);
            assertThat(new HashSet<>(fleet.obeyed)).hasSameSizeAs(fleet.obeyed);
            assertThat(commands)
                    .filteredOn(services::isContradicted)
                    .as("with outcomes that contradict each other")
                    .isEmpty();
            assertThat(fleet.obeyed)
                    .filteredOn(id -> services.outcome(id).equals("offline"))
                    .as("obeyed, and said to be offline")
                    .isEmpty();
        }
    }

    /** Commands without a pause until the work is done, and some more. */
    private void flow(List<String> commands, Runnable work) {
        Thread worker = Thread.ofVirtual().start(work);
        int more = 200;
        for (int i = 0; worker.isAlive() || more-- > 0; i++) {
            commands.add(services.command("C-" + i % 40, "ClearCache", "{}", DEADLINE, false));
        }
    }

    @Test
    void bringAWaitingCommandThoughItsRouterIsKilled() {
        List<String> stations = Fleet.ids("W-", 8);
        services.register(stations);
        List<String> commands = new ArrayList<>();
        stations.forEach(station ->
                commands.add(
                        services.command(
                                station, "ClearCache", "{}", Duration.ofMinutes(5), true)));
        await("all wait")
                .atMost(LONG)
                .until(() ->
                        gateways.stream()
                                        .mapToLong(one -> lines(one, "waits for the station"))
                                        .sum()
                                == commands.size());
        gateways.get(0).jvm().kill();
        try (Fleet fleet = new Fleet(PORTS.subList(1, 2), stations, null)) {
            await("all are obeyed").atMost(LONG).until(() -> fleet.obeyed.size() == 8);
            assertThat(fleet.obeyed).containsExactlyInAnyOrderElementsOf(commands);
            await("all are answered")
                    .atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(services.summary(commands)).containsOnlyKeys("answered"));
        }
    }

    private static long lines(ServiceProcess gateway, String text) {
        return gateway.jvm().output().lines().filter(line -> line.contains(text)).count();
    }

    @Test
    void finishWhatIsInHandBeforeTheyStop() throws InterruptedException { // F22
        try (RawStation station = quiet(1, "D-1")) {
            services.thinking = Duration.ofSeconds(3);
            station.text(STATUS.replace("ID", "in-hand"));
            await().atMost(LONG)
                    .until(() ->
                            services.calls.stream()
                                    .anyMatch(call ->
                                            call.required(Headers.MESSAGE_ID).equals("in-hand")));
            ServiceProcess stopped = gateways.get(1);
            Thread stopping = Thread.ofVirtual().start(() -> stopped.jvm().terminate());
            await("is not ready any more")
                    .atMost(LONG)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> stopped.health("readiness") != 200);
            assertThat(station.read().text()).startsWith("[3,\"in-hand\"");
            assertThat(station.read().closeCode()).isEqualTo(1001);
            stopping.join();
            await().atMost(LONG).until(() -> !services.directory("D-1").online());
            assertThat(services.directory("D-1").closeReason()).contains("1001");
            assertThat(services.directory("D-1").lastSeenAt()).isNotNull();
        }
    }

    @Test
    void loseNothingInARollingRestart() { // F22, F47
        try (Fleet fleet = fleet("R-", 100, Duration.ofMillis(500))) {
            Instant began = Instant.now();
            for (ServiceProcess gateway : gateways) {
                int before = fleet.reported.get();
                assertThat(gateway.jvm().terminate()).isIn(0, 143);
                await().atMost(LONG).until(() -> fleet.connected() == 100);
                await().atMost(LONG).until(() -> fleet.reported.get() > before + 200);
                gateway.restart();
            }
            await().atMost(LONG).until(() -> fleet.connected() == 100);
            assertThat(fleet.closeCodes).isNotEmpty().allMatch(code -> code == 1001);
            log.info(
                    "{} reports in {}, {} repeated; close codes {}",
                    fleet.reported,
                    Duration.between(began, Instant.now()),
                    fleet.repeated,
                    fleet.closeCodes.size());
            assertThat(services.online("R-")).isEqualTo(100);
        }
    }
}
