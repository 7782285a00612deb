/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static io.ohmnibus.gateway.GatewayUnderTest.PASSWORD;
import static io.ohmnibus.gateway.GatewayUnderTest.bootNotification;
import static io.ohmnibus.gateway.RawStation.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.gateway.RawStation.Frame;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.openapi.OpenApiRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway from the sockets of stations to the topics of services. */
@EmbeddedTest
final class GatewayIT {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final String STATUS =
            "[2,\"st\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\","
                    + "\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}]";

    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start(EmbeddedServers servers) {
        gateway = new GatewayUnderTest(servers, 0);
        gateway.register("CS-1");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ocpp/",
                "/ocpp/a%2Fb",
                "/ocpp/%00",
                "/ocpp/a%0d%0ab",
                "/ocpp/CS:1",
                "/ocpp/%2e%2e/%2e%2e",
                "/ocpp/a/b/c",
                "/ocpp/0123456789012345678901234567890123456789012345678",
                "/other/CS-1"
            }) // A12
    void knowsNoStationBehindAPathThatCannotBeOne(String path) {
        try (RawStation station =
                RawStation.handshake(gateway.port(), path, basic("CS-1", PASSWORD))) {
            assertThat(station.status()).isEqualTo(404);
        }
    }

    @Test
    void keepsAStationThatIsSilentForLongerThanAHandshakeMayTake() {
        try (RawStation station = gateway.accepted("CS-silent")) {
            await().pollDelay(Duration.ofSeconds(11)).atMost(LONG).until(() -> true);
            assertThat(station.ask(HEARTBEAT)).startsWith("[3,\"hb\",");
        }
    }

    @Test
    @Requirement("A00.FR.203")
    void asksForCredentialsWhetherItKnowsTheStationOrNot() { // A1, A3
        for (String path : new String[] {"/ocpp/CS-1", "/ocpp/nobody"}) {
            try (RawStation station = RawStation.handshake(gateway.port(), path)) {
                assertThat(station.status()).isEqualTo(401);
                assertThat(station.responseHead().toLowerCase(java.util.Locale.ROOT))
                        .contains("www-authenticate: basic");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CS-1, CS-1, wrong-password-0123, 401", // A2
        "CS-1, CS-2, correct-horse-battery-staple, 401", // A2
        "nobody, nobody, correct-horse-battery-staple, 404", // A3
        "other/CS-1, CS-1, correct-horse-battery-staple, 404"
    })
    @Requirement({"A00.FR.204", "A00.FR.207"})
    void refusesWhoIsNotTheStation(String path, String user, String password, int status) {
        try (RawStation station =
                RawStation.handshake(gateway.port(), "/ocpp/" + path, basic(user, password))) {
            assertThat(station.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ocpp2.1|ocpp2.1",
                "ocpp1.6, ocpp2.0.1|ocpp2.0.1",
                "ocpp2.0.1 ,  ocpp2.1|ocpp2.0.1",
                "ocpp1.6+ocpp2.1|ocpp2.1"
            })
    void speaksTheFirstVersionOfTheStationThatItKnows(String offered, String chosen) { // A13
        try (RawStation station =
                gateway.connect("CS-1", offered.replace("+", "\r\nSec-WebSocket-Protocol: "))) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(station.responseHead().toLowerCase(java.util.Locale.ROOT))
                    .contains("sec-websocket-protocol: " + chosen + "\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocpp1.6", "OCPP2.1", "ocpp0.1, ocpp2.0"})
    void completesAndClosesWhenThereIsNoCommonVersion(String offered) { // A13; Part 4, 3.3
        try (RawStation station = gateway.connect("CS-1", offered)) {
            assertThat(station.status()).isEqualTo(101);
            assertThat(station.responseHead().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("sec-websocket-protocol");
            assertThat(station.read().closeCode()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|-1|FormatViolation,RpcFrameworkError", // A16
                "{}|-1|RpcFrameworkError", // A16
                "[]|-1|RpcFrameworkError", // A16
                "[2,\"a1\",\"Heartbeat\"]|a1|RpcFrameworkError,FormatViolation", // A16
                "[2,7,\"Heartbeat\",{}]|-1|RpcFrameworkError", // A20
                "[2,null,\"Heartbeat\",{}]|-1|RpcFrameworkError", // A20
                "[2,\"\",\"Heartbeat\",{}]|-1|RpcFrameworkError", // A20
                "[2,\"a-message-id-of-more-than-36-characters\",\"Heartbeat\",{}]|-1|RpcFrameworkError", // A20
                "[2]|-1|RpcFrameworkError", // A16
                "[2,\"a0\",\"Heartbeat\",{},1]|a0|RpcFrameworkError", // A16
                "[2,\"a7\",\"NotifyPeriodicEventStream\",{}]|a7|NotSupported", // A23
                "[2,\"a2\",\"NoSuch\",{}]|a2|NotImplemented", // A23
                "[2,\"a3\",\"heartbeat\",{}]|a3|NotImplemented", // A23
                "[2,\"a4\",\"Reset\",{\"type\":\"Immediate\"}]|a4|NotSupported", // A23
                "[2,\"a5\",\"BootNotification\",{}]|a5|OccurrenceConstraintViolation", // A24
                "[2,\"a6\",\"Heartbeat\",{\"x\":1}]|a6|FormatViolation" // A24
            })
    void answersWhatIsMalformedAndStaysOpen(String frame, String id, String codes) {
        try (RawStation station = gateway.accepted("CS-malformed")) {
            String answer = station.ask(frame);
            assertThat(answer).startsWith("[4,\"" + id + "\",");
            assertThat(Arrays.stream(codes.split(",")))
                    .as(answer)
                    .anyMatch(code -> answer.contains("\"" + code + "\""));
            assertThat(station.ask(HEARTBEAT)).startsWith("[3,\"hb\",");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[99,\"x\",{}]",
                "[\"2\",\"x\",\"Heartbeat\",{}]",
                "[-1]",
                "[0,\"x\",{}]",
                "[1,\"x\",\"Heartbeat\",{}]",
                "[7,\"x\",{}]",
                "[2.5,\"x\",\"Heartbeat\",{}]",
                "[null,\"x\",{}]",
                "[3,\"unknown\",{}]",
                "[4,\"unknown\",\"GenericError\",\"\",{}]",
                "[6,\"x\",\"Heartbeat\",{}]"
            }) // A19, A22, A23
    void ignoresWhatMustNotBeAnswered(String frame) {
        try (RawStation station = gateway.accepted("CS-silent")) {
            station.text(frame);
            assertThat(station.ask(HEARTBEAT)).startsWith("[3,\"hb\",");
        }
    }

    @Test
    void closesWithTheCodeThatFitsTheViolation() { // A17, A18, A28
        gateway.register("CS-wire");
        byte[] text = HEARTBEAT.getBytes(StandardCharsets.UTF_8);
        byte[] invalid = {'"', (byte) 0xc3, (byte) 0x28, '"'};
        assertThat(closeAfter(0x81, invalid, true)).isEqualTo(1007);
        assertThat(closeAfter(0x82, text, true)).isEqualTo(1003);
        assertThat(closeAfter(0x81, new byte[70_000], true)).isEqualTo(1009);
        assertThat(closeAfter(0xc1, text, true)).isEqualTo(1002);
        assertThat(closeAfter(0x81, text, false)).isEqualTo(1002);
        assertThat(closeAfter(0x80, text, true)).isEqualTo(1002);
    }

    private static int closeAfter(int first, byte[] payload, boolean masked) {
        try (RawStation station = gateway.connect("CS-wire", "ocpp2.1")) {
            station.frame(first, payload, masked);
            Frame frame = station.read();
            assertThat(frame.opcode()).isEqualTo(RawStation.CLOSE);
            return frame.closeCode();
        }
    }

    @Test
    @Requirement({"B01.FR.10", "B02.FR.09", "B03.FR.07"})
    void letsAStationSayNothingElseBeforeItIsAccepted() { // A25
        gateway.register("CS-boot");
        try (RawStation station = gateway.connect("CS-boot", "ocpp2.1")) {
            assertThat(station.ask(HEARTBEAT)).contains("SecurityError");
            gateway.answers.put("BootNotification", GatewayUnderTest.PENDING);
            assertThat(station.ask(bootNotification("b1"))).contains("Pending");
            assertThat(station.ask(HEARTBEAT)).contains("SecurityError");
            gateway.answers.put("BootNotification", GatewayUnderTest.REJECTED);
            assertThat(station.ask(bootNotification("b2"))).contains("Rejected");
            assertThat(station.ask(STATUS)).contains("SecurityError");
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
            assertThat(station.ask(bootNotification("b3"))).contains("Accepted");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    @Requirement({"B02.FR.01", "B02.FR.02"})
    void letsAPendingStationSendWhatItWasAskedFor() {
        gateway.register("CS-pending");
        try (RawStation station = gateway.connect("CS-pending", "ocpp2.1")) {
            gateway.answers.put("BootNotification", GatewayUnderTest.PENDING);
            station.ask(bootNotification("b1"));
            String id =
                    gateway.command(
                            "CS-pending",
                            "TriggerMessage",
                            "{\"requestedMessage\":\"Heartbeat\"}",
                            LONG,
                            false);
            assertThat(station.read().text()).startsWith("[2,\"" + id + "\",\"TriggerMessage\"");
            station.text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
            assertThat(station.ask(STATUS)).contains("SecurityError");
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
    }

    @Test
    @Requirement("B03.FR.03")
    void sendsNothingToARejectedStation() {
        gateway.register("CS-rejected");
        try (RawStation station = gateway.connect("CS-rejected", "ocpp2.1")) {
            gateway.answers.put("BootNotification", GatewayUnderTest.REJECTED);
            station.ask(bootNotification("b1"));
            String id = gateway.command("CS-rejected", "ClearCache", "{}", LONG, false);
            assertThat(gateway.outcomeOf(id)).isEqualTo("refused");
        }
    }

    @Test
    void tellsTheStationWhenNoServiceAnswers() {
        try (RawStation station = gateway.accepted("CS-slow")) {
            assertThat(station.ask(STATUS)).startsWith("[4,\"st\",\"InternalError\"");
            assertThat(station.ask(HEARTBEAT)).startsWith("[3,\"hb\",");
        }
    }

    @Test
    void letsTheNewestConnectionWinButNotAnImpostor() { // A5, A6
        try (RawStation first = gateway.accepted("CS-twice")) {
            try (RawStation impostor =
                    RawStation.handshake(
                            gateway.port(), "/ocpp/CS-twice", basic("CS-twice", "x".repeat(20)))) {
                assertThat(impostor.status()).isEqualTo(401);
            }
            assertThat(first.ask(HEARTBEAT)).contains("currentTime");
            try (RawStation second = gateway.connect("CS-twice", "ocpp2.1")) {
                assertThat(first.read().closeCode()).isEqualTo(1008);
                second.ask(bootNotification("b2"));
                assertThat(second.ask(HEARTBEAT)).contains("currentTime");
                String id = gateway.command("CS-twice", "ClearCache", "{}", LONG, false);
                assertThat(second.read().text()).contains(id);
                second.text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
                assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
            }
        }
    }

    @Test
    void bringsCommandsInOrderAndTellsHowEachEnded() {
        try (RawStation station = gateway.accepted("CS-cmd")) {
            String first = gateway.command("CS-cmd", "ClearCache", "{}", LONG, false);
            String second = gateway.command("CS-cmd", "ClearCache", "{}", LONG, false);
            String third = gateway.command("CS-cmd", "ClearCache", "{}", LONG, false);
            String fourth = gateway.command("CS-cmd", "ClearCache", "{}", LONG, false);
            assertThat(station.read().text()).contains(first);
            station.text("[3,\"" + first + "\",{\"status\":\"Accepted\"}]");
            assertThat(station.read().text()).contains(second);
            station.text("[4,\"" + second + "\",\"NotSupported\",\"\",{}]");
            assertThat(station.read().text()).contains(third); // answered with what it may not be
            station.text("[3,\"" + third + "\",{\"status\":7}]");
            assertThat(station.read().text()).startsWith("[5,\"" + third + "\"");
            assertThat(station.read().text()).contains(fourth); // and never answered
            assertThat(gateway.outcomeOf(first)).isEqualTo("answered");
            assertThat(gateway.outcomeOf(second)).isEqualTo("refused");
            assertThat(gateway.outcomeOf(third)).isEqualTo("refused");
            assertThat(gateway.outcomeOf(fourth)).isEqualTo("timedOut");
            station.text("[3,\"" + fourth + "\",{\"status\":\"Accepted\"}]"); // A22: late
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void tellsWhenAStationIsNotThere() {
        String id = gateway.command("CS-nowhere", "ClearCache", "{}", LONG, false);
        assertThat(gateway.outcomeOf(id)).isEqualTo("offline");
        String patient = gateway.command("CS-nowhere", "ClearCache", "{}", SHORT, true);
        assertThat(gateway.outcomeOf(patient)).isEqualTo("timedOut");
    }

    @Test
    void keepsACommandForAStationThatComesBack() {
        gateway.register("CS-late");
        String id = gateway.command("CS-late", "ClearCache", "{}", LONG, true);
        try (RawStation station = gateway.connect("CS-late", "ocpp2.1")) {
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
            assertThat(station.ask(bootNotification("b1"))).contains("Accepted");
            assertThat(station.read().text()).contains(id);
            station.text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
    }

    @Test
    void sendsA201StationOnlyWhatItKnows() {
        try (RawStation station = gateway.accepted("CS-201", "ocpp2.0.1")) {
            String unknown = gateway.command("CS-201", "ClearTariffs", "{}", LONG, false);
            assertThat(gateway.outcome(unknown).body()).asString().contains("NotSupported");
            String pruned =
                    gateway.command(
                            "CS-201",
                            "TriggerMessage",
                            "{\"requestedMessage\":\"Heartbeat\",\"customTrigger\":\"x\"}",
                            LONG,
                            false);
            assertThat(station.read().text())
                    .contains(pruned)
                    .contains("Heartbeat")
                    .doesNotContain("customTrigger");
        }
    }

    @Test
    void clearsWhatAnEarlierLifeOfThisInstanceLeftInTheDirectory() {
        gateway.announce("CS-ghost", "a-connection-of-before");
        gateway.awaitOffline("CS-ghost");
        String id = gateway.command("CS-ghost", "ClearCache", "{}", LONG, false);
        assertThat(gateway.outcomeOf(id)).isEqualTo("offline");
    }

    @Test
    void keepsTheNewestConnectionWhenAnOlderOneEndsLate() { // pain 3
        try (RawStation station = gateway.accepted("CS-newest")) {
            gateway.announceEnd("CS-newest", "an-older-connection");
            String id = gateway.command("CS-newest", "ClearCache", "{}", LONG, false);
            assertThat(station.read().text()).contains(id);
            station.text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
            assertThat(gateway.outcomeOf(id)).isEqualTo("answered");
        }
    }

    @Test
    void endsAWaitingCommandWhenTheStationIsNeverAccepted() {
        gateway.register("CS-never");
        try (RawStation station = gateway.connect("CS-never", "ocpp2.1")) {
            assertThat(station.ask(HEARTBEAT)).contains("SecurityError");
            String id = gateway.command("CS-never", "ClearCache", "{}", SHORT, true);
            assertThat(gateway.outcomeOf(id)).isEqualTo("timedOut");
        }
    }

    @Test
    void inflatesWhatAStationCompressesUpToTheLimit() { // A29; Part 4, 3.4
        gateway.register("CS-deflate");
        try (RawStation station =
                RawStation.handshake(
                        gateway.port(),
                        "/ocpp/CS-deflate",
                        basic("CS-deflate", PASSWORD),
                        "Sec-WebSocket-Protocol: ocpp2.1",
                        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")) {
            assertThat(station.responseHead())
                    .contains("server_no_context_takeover")
                    .contains("client_no_context_takeover");
            station.frame(0xc1, RawStation.deflated(new byte[10_000_000]), true);
            assertThat(station.read().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void showsConnectionsToTheirTenantOnly() throws Exception {
        assertThat(OpenApiRules.violations(gateway.get("default", "/openapi").body())).isEmpty();
        try (RawStation station = gateway.accepted("CS-rest")) {
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(gateway.get("default", "/connections/CS-rest").body())
                                    .contains("\"ONLINE\"", "ocpp2.1", "lastSeen"));
            assertThat(gateway.get("default", "/connections?limit=1").body())
                    .contains("\"items\"", "\"next\"");
            assertThat(gateway.get("other", "/connections/CS-rest").statusCode()).isEqualTo(404);
            assertThat(gateway.get("other", "/connections").body()).doesNotContain("CS-rest");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(gateway.get("default", "/connections/CS-rest").body())
                                .contains("\"OFFLINE\"", "closeReason"));
    }
}
