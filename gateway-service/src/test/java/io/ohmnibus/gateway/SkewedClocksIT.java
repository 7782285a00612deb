/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.embedded.Ports;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.process.ServiceProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two gateways whose clocks are twenty minutes apart. */
@EmbeddedTest
final class SkewedClocksIT {

    private static final String STATION = "CS-skewed";
    private static final List<Integer> PORTS = List.of(Ports.free(), Ports.free());

    private static TestServices services;
    private static List<ServiceProcess> gateways;

    @BeforeAll
    static void start(EmbeddedServers servers) {
        String kafka = servers.kafkaBootstrap();
        gateways = List.of(launch(kafka, 0, "10m"), launch(kafka, 1, "-10m"));
        services = new TestServices(kafka);
        services.register(List.of(STATION));
        gateways.forEach(ServiceProcess::awaitReady);
    }

    private static ServiceProcess launch(String kafka, int ordinal, String offset) {
        Map<String, String> properties =
                new HashMap<>(TestServices.properties(kafka, ordinal, PORTS.get(ordinal)));
        properties.put("test.clock-offset", offset);
        return ServiceProcess.launch(SkewedGateway.class, Service.GATEWAY, properties);
    }

    @AfterAll
    static void stop() {
        gateways.forEach(ServiceProcess::close);
        services.close();
    }

    private static RawStation accepted(int gateway) {
        RawStation connected =
                await().atMost(TestServices.LIMIT)
                        .until(
                                () ->
                                        RawStation.handshake(
                                                PORTS.get(gateway),
                                                "/ocpp/" + STATION,
                                                RawStation.basic(STATION, TestServices.PASSWORD),
                                                "Sec-WebSocket-Protocol: ocpp2.1"),
                                station -> station.status() == 101);
        assertThat(connected.ask(GatewayUnderTest.bootNotification("boot"))).contains("Accepted");
        services.awaitAt(gateway, STATION);
        return connected;
    }

    @Test // A6, F29
    void letTheNewestConnectionWinAllTheSame() {
        for (int turn = 0; turn < 3; turn++) {
            try (RawStation older = accepted(0);
                    RawStation newer = accepted(1)) {
                assertThat(older.read().closeCode()).isEqualTo(1008);
                String command =
                        services.command(
                                STATION,
                                "ClearCache",
                                "{}",
                                TestServices.LIMIT.multipliedBy(60),
                                false);
                assertThat(newer.read().text()).startsWith("[2,\"" + command + "\"");
                newer.text("[3,\"" + command + "\",{\"status\":\"Accepted\"}]");
                assertThat(services.outcomeOf(command)).isEqualTo("answered");
            }
        }
    }
}
