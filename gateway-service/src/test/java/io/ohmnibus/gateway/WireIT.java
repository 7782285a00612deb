/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static io.ohmnibus.gateway.GatewayUnderTest.PASSWORD;
import static io.ohmnibus.gateway.RawStation.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.gateway.RawStation.Frame;
import io.ohmnibus.platform.test.EmbeddedServers;
import io.ohmnibus.platform.test.EmbeddedTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a WebSocket client may do wrong, frame by frame on a bare socket (RFC 6455, RFC 7692). */
@EmbeddedTest
final class WireIT {

    private static final int LIMIT_BYTES = 64 * 1024;
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int CONTINUATION = 0;
    private static final String HEARTBEAT = "[2,\"hb\",\"Heartbeat\",{}]";
    private static final byte[] HEARTBEAT_BYTES = HEARTBEAT.getBytes(StandardCharsets.UTF_8);

    private static GatewayUnderTest gateway;

    @BeforeAll
    static void start(EmbeddedServers servers) {
        gateway = new GatewayUnderTest(servers, 0, "ohmnibus.gateway.ping-interval=2s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static int closeCode(RawStation station) {
        Frame frame = station.read();
        assertThat(frame.opcode()).isEqualTo(RawStation.CLOSE);
        return frame.closeCode();
    }

    @Test
    void joinsFragmentsOfOneByte() { // A28, pain 31
        try (RawStation station = gateway.accepted("W-bytes")) {
            for (int i = 0; i < HEARTBEAT_BYTES.length; i++) {
                int first = i == 0 ? RawStation.TEXT : CONTINUATION;
                boolean last = i == HEARTBEAT_BYTES.length - 1;
                station.frame(first | (last ? FIN : 0), new byte[] {HEARTBEAT_BYTES[i]}, true);
            }
            assertThat(station.read().text()).startsWith("[3,\"hb\"");
        }
    }

    @Test
    void endsAMessageThatHasNoEnd() { // A28
        try (RawStation station = gateway.accepted("W-endless")) {
            station.frame(RawStation.TEXT, "[2,\"".getBytes(StandardCharsets.UTF_8), true);
            byte[] part = "x".repeat(8 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int sent = 0; sent <= LIMIT_BYTES; sent += part.length) {
                station.frame(CONTINUATION, part, true);
            }
            assertThat(closeCode(station)).isEqualTo(1009);
        }
    }

    @Test
    void takesWhatIsAsLongAsAllowedAndNoMore() { // A28
        try (RawStation station = gateway.accepted("W-long")) {
            String head = "[2,\"dt\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"";
            String end = "\"}]";
            gateway.answers.put("DataTransfer", "{\"status\":\"Accepted\"}");
            String fits = "x".repeat(LIMIT_BYTES - head.length() - end.length());
            assertThat(station.ask(head + fits + end)).startsWith("[3,\"dt\"");
            station.text(head + fits + "x" + end);
            assertThat(closeCode(station)).isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x09, 5", // a ping in parts
        "0x08, 2", // a close in parts
        "0x89, 126", // a ping that is too long
        "0x83, 1", // opcodes that nobody has given a meaning
        "0x8B, 1",
        "0xA1, 5", // RSV2
        "0x91, 5", // RSV3
        "0xC1, 5", // RSV1 without compression
        "0x80, 5" // the rest of nothing
    })
    void endsWhatBreaksTheRulesOfFrames(String first, int length) { // A28
        try (RawStation station = gateway.accepted("W-rules")) {
            station.frame(
                    Integer.decode(first),
                    "x".repeat(length).getBytes(StandardCharsets.UTF_8),
                    true);
            assertThat(closeCode(station)).isEqualTo(1002);
        }
    }

    @Test
    void endsAMessageThatBeginsInsideAnother() { // A28
        try (RawStation station = gateway.accepted("W-nested")) {
            station.frame(RawStation.TEXT, HEARTBEAT_BYTES, true);
            station.frame(FIN | RawStation.TEXT, HEARTBEAT_BYTES, true);
            assertThat(closeCode(station)).isEqualTo(1002);
        }
    }

    @Test
    void endsAnUnmaskedFrameAndALengthThatCannotBe() throws IOException { // A28
        try (RawStation station = gateway.accepted("W-unmasked")) {
            station.frame(FIN | RawStation.TEXT, HEARTBEAT_BYTES, false);
            assertThat(closeCode(station)).isEqualTo(1002);
        }
        try (RawStation station = gateway.accepted("W-length")) {
            byte[] eightExabytes = {(byte) 0x81, (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0};
            station.raw(eightExabytes);
            assertThat(closeCode(station)).isIn(1002, 1009);
        }
        try (RawStation station = gateway.accepted("W-huge")) {
            byte[] twoGigabytes = {
                (byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0x7f, -1, -1, -1, 0, 0, 0, 0
            };
            station.raw(twoGigabytes);
            assertThat(closeCode(station)).isEqualTo(1009);
        }
    }

    @Test
    void endsTextThatIsNotUtf8AlsoAcrossFragments() { // A17
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
        byte[] cut = {'"', (byte) 0xe2, (byte) 0x82};
        for (byte[] text : new byte[][] {surrogate, overlong, cut}) {
            try (RawStation station = gateway.accepted("W-utf8")) {
                station.frame(FIN | RawStation.TEXT, text, true);
                assertThat(closeCode(station)).isEqualTo(1007);
            }
        }
        try (RawStation station = gateway.accepted("W-utf8")) {
            byte[] euro = "[2,\"€\",\"Heartbeat\",{}]".getBytes(StandardCharsets.UTF_8);
            int middle = 5; // within the three bytes of the sign
            station.frame(RawStation.TEXT, java.util.Arrays.copyOf(euro, middle), true);
            station.frame(FIN, java.util.Arrays.copyOfRange(euro, middle, euro.length), true);
            assertThat(station.read().text()).contains("€");
        }
    }

    @Test
    void answersALoneSurrogateThatIsEscaped() { // A17
        try (RawStation station = gateway.accepted("W-surrogate")) {
            String answer = station.ask("[2,\"s\",\"DataTransfer\",{\"vendorId\":\"\\ud800\"}]");
            assertThat(answer).startsWith("[4,");
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void endsBinaryFrames() { // A18
        try (RawStation station = gateway.accepted("W-binary")) {
            station.frame(FIN | RawStation.BINARY, HEARTBEAT_BYTES, true);
            assertThat(closeCode(station)).isEqualTo(1003);
        }
    }

    private static RawStation compressing(String station, String offer) {
        gateway.register(station);
        return RawStation.handshake(
                gateway.port(),
                "/ocpp/" + station,
                basic(station, PASSWORD),
                "Sec-WebSocket-Protocol: ocpp2.1",
                "Sec-WebSocket-Extensions: " + offer);
    }

    @Test
    void inflatesAndDeflates() { // Part 4, 3.4
        try (RawStation station = compressing("W-deflate", "permessage-deflate")) {
            byte[] boot = GatewayUnderTest.bootNotification("b").getBytes(StandardCharsets.UTF_8);
            station.frame(FIN | RSV1 | RawStation.TEXT, RawStation.deflated(boot), true);
            assertThat(station.read().opcode()).isEqualTo(RawStation.TEXT);
        }
    }

    @Test
    void endsABombInOneFrameAndInMany() { // A29
        byte[] bomb = RawStation.deflated(new byte[20_000_000]);
        try (RawStation station = compressing("W-bomb", "permessage-deflate")) {
            station.frame(FIN | RSV1 | RawStation.TEXT, bomb, true);
            assertThat(closeCode(station)).isEqualTo(1009);
        }
        try (RawStation station = compressing("W-bombs", "permessage-deflate")) {
            int half = bomb.length / 2;
            station.frame(RSV1 | RawStation.TEXT, java.util.Arrays.copyOf(bomb, half), true);
            station.frame(FIN, java.util.Arrays.copyOfRange(bomb, half, bomb.length), true);
            assertThat(closeCode(station)).isEqualTo(1009);
        }
    }

    @Test
    void endsWhatCannotBeInflated() { // A29
        byte[] broken = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        try (RawStation station = compressing("W-broken", "permessage-deflate")) {
            station.frame(FIN | RSV1 | RawStation.TEXT, broken, true);
            assertThat(closeCode(station)).isEqualTo(1007);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate; server_max_window_bits=8",
                "permessage-deflate; server_max_window_bits=99",
                "permessage-deflate; client_max_window_bits=99",
                "permessage-deflate; client_max_window_bits",
                "permessage-deflate; no_such_parameter",
                "permessage-bzip2, x-webkit-deflate-frame",
                ";;;,,,==="
            })
    void playsNoGamesWithWindows(String offer) { // A29
        try (RawStation station = compressing("W-games", offer)) {
            assertThat(station.status()).isEqualTo(101);
            gateway.answers.put("BootNotification", GatewayUnderTest.ACCEPTED);
            assertThat(station.ask(GatewayUnderTest.bootNotification("b"))).isNotEmpty();
        }
    }

    @Test
    void pingsAStationThatIsQuietAndKeepsItWhileItAnswers() { // F25
        try (RawStation station = gateway.accepted("W-quiet")) {
            for (int i = 0; i < 4; i++) {
                Frame ping = station.readAny();
                assertThat(ping.opcode()).isEqualTo(RawStation.PING);
                station.frame(FIN | RawStation.PONG, ping.payload(), true);
            }
            assertThat(station.ask(HEARTBEAT)).contains("currentTime");
        }
    }

    @Test
    void givesUpAStationThatAnswersNoPing() { // A15, F25
        try (RawStation station = gateway.accepted("W-dead")) {
            Frame last = station.readAny();
            while (last.opcode() == RawStation.PING) {
                last = station.readAny();
            }
            assertThat(last.opcode()).isEqualTo(RawStation.CLOSE);
            assertThat(last.closeCode()).isEqualTo(1001);
        }
        gateway.awaitOffline("W-dead");
    }

    @Test
    void readsAFrameByteByByteAndNeighboursMeanwhile() throws IOException { // F27
        byte[] mask = {0, 0, 0, 0};
        try (RawStation slow = gateway.accepted("W-slow");
                RawStation neighbour = gateway.accepted("W-fast")) {
            slow.raw((byte) 0x81, (byte) (0x80 | HEARTBEAT_BYTES.length));
            slow.raw(mask);
            for (byte each : HEARTBEAT_BYTES) {
                slow.raw(each);
                assertThat(neighbour.ask(HEARTBEAT)).contains("currentTime");
            }
            assertThat(slow.read().text()).startsWith("[3,\"hb\"");
        }
    }

    @Test
    void endsAStationThatDisappearsInTheMiddleOfAFrame() throws IOException { // F27
        try (RawStation station = gateway.accepted("W-gone")) {
            station.raw((byte) 0x81, (byte) 0xfe, (byte) 0x10);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> gateway.awaitOffline("W-gone"));
    }
}
