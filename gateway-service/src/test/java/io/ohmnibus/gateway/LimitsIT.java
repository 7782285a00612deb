/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.gateway.RawStation.Frame;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one station may send, and that the others do not feel it. */
@EmbeddedTest
final class LimitsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PER_SECOND = 50;
    private static final int BURST = 100;
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";

    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start(EmbeddedServers servers) {
        gateway =
                new GatewayUnderTest(
                        servers,
                        0,
                        "ohmnibus.gateway.max-frame=4MB",
                        "ohmnibus.gateway.call-timeout=PT20S",
                        "ohmnibus.gateway.session.messages-per-second=" + PER_SECOND,
                        "ohmnibus.gateway.session.message-burst=" + BURST,
                        "ohmnibus.gateway.session.flood-limit=PT4S",
                        "ohmnibus.gateway.session.malformed-per-minute=5",
                        "ohmnibus.gateway.session.models[0].vendor=Sleepy",
                        "ohmnibus.gateway.session.models[0].ping-interval=PT1S");
        gateway.answers.put("TransactionEvent", "{}");
        gateway.answers.put("StatusNotification", "{}");
        gateway.answers.put("MeterValues", "{}");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String status(String id) {
        return "[2,\""
                + id
                + "\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\","
                + "\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}]";
    }

    private static String meterValues(String id) {
        return "[2,\""
                + id
                + "\",\"MeterValues\",{\"evseId\":1,\"meterValue\":[{\"timestamp\":"
                + "\"2026-01-01T00:00:00Z\",\"sampledValue\":[{\"value\":1}]}]}]";
    }

    private static String stream(String id) {
        return "[6,\""
                + id
                + "\",\"NotifyPeriodicEventStream\",{\"id\":1,\"pending\":0,\"basetime\":"
                + "\"2026-01-01T00:00:00Z\",\"data\":[{\"t\":0,\"v\":\"1\"}]}]";
    }

    private static String event(int seqNo) {
        return "[2,\"te"
                + seqNo
                + "\",\"TransactionEvent\",{\"eventType\":\"Updated\",\"timestamp\":"
                + "\"2026-01-01T00:00:00Z\",\"triggerReason\":\"MeterValuePeriodic\",\"seqNo\":"
                + seqNo
                + ",\"offline\":true,\"transactionInfo\":{\"transactionId\":\"t\"}}]";
    }

    /** Sends without reading, from a thread of its own, until the gateway has had enough. */
    private static Thread flood(RawStation station, Runnable message) {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        while (true) {
                            message.run();
                        }
                    } catch (UncheckedIOException closed) {
                        assertThat(station.status()).isEqualTo(101);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Heartbeat", "StatusNotification", "MeterValues", "Send", "unknown"})
    @Tag("faults")
    void closesWhoFloodsAndSparesItsNeighbours(String kind) { // A30
        double closedBefore = gateway.count("closed", "cause", "flood");
        double throttledBefore = gateway.count("messages.throttled");
        try (RawStation station = gateway.accepted("LI-flood-" + kind);
                RawStation neighbour = gateway.accepted("LI-neighbour")) {
            Runnable message =
                    switch (kind) {
                        case "Heartbeat" -> () -> station.text(HEARTBEAT);
                        case "StatusNotification" -> () -> station.text(status("s"));
                        case "MeterValues" -> () -> station.text(meterValues("m"));
                        case "Send" -> () -> station.text(stream("p"));
                        default -> () -> station.text("[3,\"of-nothing\",{}]");
                    };
            Instant start = Instant.now();
            flood(station, message);
            while (gateway.count("closed", "cause", "flood") == closedBefore) {
                Instant asked = Instant.now();
                assertThat(neighbour.ask(HEARTBEAT)).contains("currentTime");
                assertThat(Duration.between(asked, Instant.now())).isLessThan(LIMIT.dividedBy(6));
                await().pollDelay(Duration.ofMillis(50)).until(() -> true);
                assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);
            }
            assertThat(gateway.count("messages.throttled")).isGreaterThan(throttledBefore);
            assertThat(lastFrame(station)).isEqualTo(1008);
        }
    }

    /** Reads what came before the end; the code of the close frame. */
    private static int lastFrame(RawStation station) {
        Frame frame = station.read();
        while (frame.opcode() != RawStation.CLOSE) {
            frame = station.read();
        }
        return frame.closeCode();
    }

    @Test
    void closesWhoSendsPingsOnly() { // A30
        try (RawStation station = gateway.accepted("LI-pings")) {
            flood(station, () -> station.frame(0x80 | RawStation.PING, new byte[4], true));
            assertThat(lastFrame(station)).isEqualTo(1008);
        }
    }

    @Test
    @Tag("faults")
    void takesAnOfflineBacklogInOrderWhileOthersGoOn() throws Exception { // F30
        int events = 1000;
        gateway.calls.clear();
        try (RawStation station = gateway.accepted("LI-backlog");
                RawStation neighbour = gateway.accepted("LI-live")) {
            CountDownLatch done = new CountDownLatch(1);
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        for (int i = 0; i < events; i++) {
                            assertThat(station.ask(event(i))).startsWith("[3,\"te" + i + "\"");
                        }
                        done.countDown();
                    });
            while (done.getCount() > 0) {
                assertThat(neighbour.ask(event(7))).startsWith("[3,\"te7\"");
            }
            done.await();
        }
        List<String> ids =
                gateway.calls.stream()
                        .filter(call -> call.key().equals("default/LI-backlog"))
                        .filter(call -> call.required(Headers.ACTION).equals("TransactionEvent"))
                        .map(call -> call.required(Headers.MESSAGE_ID))
                        .toList();
        assertThat(ids)
                .containsExactlyElementsOf(
                        IntStream.range(0, events).mapToObj(i -> "te" + i).toList());
    }

    @Test
    void closesWhoSendsNoOcppAgainAndAgain() { // A16
        gateway.calls.clear();
        double before = gateway.count("closed", "cause", "malformed");
        try (RawStation station = gateway.accepted("LI-malformed")) {
            for (int i = 0; i < 5; i++) {
                assertThat(station.ask("no json " + i))
                        .startsWith("[4,\"-1\",\"RpcFrameworkError\"");
            }
            station.text("one more");
            assertThat(lastFrame(station)).isEqualTo(1008);
        }
        await().atMost(LIMIT)
                .until(() -> gateway.count("closed", "cause", "malformed") == before + 1);
        assertThat(gateway.calls) // pain 7
                .allMatch(call -> call.required(Headers.ACTION).equals("BootNotification"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"vendorId\":\"v\",\"data\":NESTED}",
                "{\"vendorId\":\"v\",\"vendorId\":\"w\"}",
                "{\"vendorId\":\"v\",\"data\":1e999999999}",
                "{\"vendorId\":\"v\",\"data\":NaN}",
                "{\"vendorId\":\"LONG\"}",
                "{\"vendorId\":\"v\",MANY}"
            })
    void refusesWhatWouldExhaustAParser(String payload) { // A27, pain 11
        String big =
                payload.replace("NESTED", "[".repeat(10_000) + "]".repeat(10_000))
                        .replace("LONG", "x".repeat(1_500_000))
                        .replace("MANY", many(100_000));
        try (RawStation station = gateway.accepted("LI-parser")) {
            assertThat(station.ask("[2,\"p\",\"DataTransfer\"," + big + "]"))
                    .matches("(?s)\\[4,\"(p|-1)\",\"[A-Za-z]+(Violation|Error)\".*");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void endsAConnectionWhoseCustomDataIsLongerThanAFrameMayBe() { // A28, A37
        try (RawStation station = gateway.accepted("LI-custom")) {
            station.text(
                    "[2,\"c\",\"DataTransfer\",{\"vendorId\":\"v\",\"customData\":"
                            + "{\"vendorId\":\"v\",\"x\":\""
                            + "x".repeat(5_000_000)
                            + "\"}}]");
            assertThat(station.read().closeCode()).isEqualTo(1009);
        }
    }

    private static String many(int keys) {
        StringBuilder all = new StringBuilder("\"k\":1");
        for (int i = 0; i < keys; i++) {
            all.append(",\"k").append(i).append("\":1");
        }
        return all.toString();
    }

    @Test
    void refusesWhatIsTooLargeForTheBrokersOnceAndForAll() { // F12
        String data = "\"" + "x".repeat(1000) + "\"";
        String large = "[" + data + ("," + data).repeat(1500) + "]";
        try (RawStation station = gateway.accepted("LI-large")) {
            String answer =
                    station.ask(
                            "[2,\"l\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":"
                                    + large
                                    + "}]");
            assertThat(answer).startsWith("[4,\"l\",\"GenericError\"").contains("do not repeat");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
            assertThat(gateway.count("calls.unanswered", "cause", "too_large")).isPositive();
        }
    }

    @Test
    void worksOnASlowLink() throws IOException { // F28
        gateway.register("LI-slow");
        try (SlowLink link = new SlowLink(gateway.port(), Duration.ofMillis(300), 8_000);
                RawStation station =
                        RawStation.handshake(
                                link.port(),
                                "/ocpp/LI-slow",
                                RawStation.basic("LI-slow", GatewayUnderTest.PASSWORD),
                                "Sec-WebSocket-Protocol: ocpp2.1")) {
            assertThat(station.ask(GatewayUnderTest.bootNotification("b"))).contains("Accepted");
            String id = gateway.command("LI-slow", "ClearCache", "{}", LIMIT, false);
            assertThat(station.read().text()).contains(id);
            String data = "x".repeat(20_000);
            station.text(
                    "[2,\"d\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"" + data + "\"}]");
            station.text("[3,\"" + id + "\",{\"status\":\"Accepted\"}]");
            assertThat(station.read().text()).startsWith("[3,\"d\"");
            assertThat(gateway.outcomeOf(id)).isIn("answered", "timedOut");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void needsNoPongFromAStationThatSends() { // pains 21, 22
        try (RawStation station = sleepy("LI-no-pong")) {
            Instant start = Instant.now();
            boolean pinged = false;
            while (Duration.between(start, Instant.now()).compareTo(Duration.ofSeconds(6)) < 0) {
                station.text(HEARTBEAT);
                Frame frame = station.readAny();
                while (frame.opcode() == RawStation.PING) { // and no pong
                    pinged = true;
                    frame = station.readAny();
                }
                assertThat(frame.text()).contains("currentTime");
                await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
            }
            assertThat(pinged).isTrue();
        }
    }

    @Test
    void givesUpAStationThatIsSilentForThreeIntervals() { // F23, pain 1
        try (RawStation station = sleepy("LI-silent")) {
            Frame frame = station.readAny();
            while (frame.opcode() == RawStation.PING) {
                frame = station.readAny();
            }
            assertThat(frame.closeCode()).isEqualTo(1001);
        }
    }

    private static RawStation sleepy(String id) {
        gateway.register(id);
        RawStation station = gateway.connect(id, "ocpp2.1");
        String answer =
                station.ask(
                        "[2,\"b\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":"
                                + "{\"model\":\"any\",\"vendorName\":\"Sleepy\"}}]");
        assertThat(answer).contains("Accepted");
        return station;
    }

    @Test
    @Tag("faults")
    void closesAStationThatDoesNotRead() { // F26
        byte[] large = ("\"" + "x".repeat(60_000) + "\"").getBytes(StandardCharsets.UTF_8);
        gateway.answers.put(
                "DataTransfer",
                "{\"status\":\"Accepted\",\"data\":"
                        + new String(large, StandardCharsets.UTF_8)
                        + "}");
        double before = gateway.count("closed", "cause", "slow_reader");
        try (RawStation station = gateway.accepted("LI-deaf")) {
            for (int i = 0; i < 300; i++) {
                station.text("[2,\"d" + i + "\",\"DataTransfer\",{\"vendorId\":\"v\"}]");
            }
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> gateway.count("closed", "cause", "slow_reader") > before);
        } finally {
            gateway.answers.put("DataTransfer", "{\"status\":\"Accepted\"}");
        }
    }

    @Test
    void showsNoSecretsOnTopics() { // A14
        gateway.calls.clear();
        try (RawStation station = gateway.accepted("LI-secret")) {
            assertThat(station.ask(status("s"))).startsWith("[3,\"s\"");
        }
        for (BusRecord call : gateway.calls) {
            assertThat(call.toString() + new String(call.body(), StandardCharsets.UTF_8))
                    .doesNotContain(GatewayUnderTest.PASSWORD);
        }
    }
}
