/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static io.ohmnibus.gateway.GatewayUnderTest.PASSWORD;
import static io.ohmnibus.gateway.RawStation.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services answer more slowly than stations ask. */
@EmbeddedTest
final class OverloadIT {

    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start(EmbeddedServers servers) {
        gateway =
                new GatewayUnderTest(
                        servers,
                        0,
                        "ohmnibus.gateway.max-pending-calls=2",
                        "ohmnibus.gateway.call-timeout=PT2M");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String call(String id) {
        return "[2,\"" + id + "\",\"DataTransfer\",{\"vendorId\":\"x\"}]";
    }

    private static RawStation knock() {
        return RawStation.handshake(
                gateway.port(),
                "/ocpp/O-new",
                basic("O-new", PASSWORD),
                "Sec-WebSocket-Protocol: ocpp2.1");
    }

    @Test
    void keepsTheStationsThatItHasAndLetsNoMoreIn() { // F9
        gateway.register("O-new");
        try (RawStation one = gateway.accepted("O-1");
                RawStation two = gateway.accepted("O-2");
                RawStation three = gateway.accepted("O-3")) {
            gateway.answers.remove("DataTransfer");
            one.text(call("c1"));
            BusRecord first = gateway.nextCall("O-1", "DataTransfer");
            two.text(call("c2"));
            BusRecord second = gateway.nextCall("O-2", "DataTransfer");

            assertThat(three.ask(call("c3"))).startsWith("[4,\"c3\",\"InternalError\"");
            assertThat(three.ask(HEARTBEAT)).contains("currentTime");
            try (RawStation late = knock()) {
                assertThat(late.status()).isEqualTo(503);
                assertThat(late.responseHead()).containsIgnoringCase("Retry-After: ");
            }
            assertThat(gateway.count("calls.unanswered", "cause", "overload")).isPositive();

            gateway.reply(first, "{\"status\":\"Accepted\"}");
            gateway.reply(second, "{\"status\":\"Accepted\"}");
            assertThat(one.read().text()).startsWith("[3,\"c1\"");
            assertThat(two.read().text()).startsWith("[3,\"c2\"");
            await().atMost(Duration.ofSeconds(30)).until(OverloadIT::isLetIn);
            gateway.answers.put("DataTransfer", "{\"status\":\"Accepted\"}");
            assertThat(three.ask(call("c3"))).startsWith("[3,\"c3\"");
        }
    }

    private static boolean isLetIn() {
        try (RawStation station = knock()) {
            return station.status() == 101;
        }
    }
}
