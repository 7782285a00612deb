/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static io.ohmnibus.ocpp.OcppErrorCode.FORMAT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.MESSAGE_TYPE_NOT_SUPPORTED;
import static io.ohmnibus.ocpp.OcppErrorCode.NOT_SUPPORTED;
import static io.ohmnibus.ocpp.OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.RPC_FRAMEWORK_ERROR;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.NotifyPeriodicEventStream;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private static final String BOOT =
            "{\"reason\":\"PowerUp\", \"chargingStation\":{\"model\":\"M\",\"vendorName\":\"V\"}}";
    private static final String STREAM =
            "{\"id\":1,\"pending\":0,\"basetime\":\"2025-01-01T00:00:00Z\","
                    + "\"data\":[{\"t\":1,\"v\":\"2\"}]}";

    private final OcppCodec csms = OcppCodec.of(OcppVersion.V2_1);
    private final OcppCodec station = OcppCodec.of(OcppVersion.V2_1, Side.STATION);
    private final OcppCodec oldCsms = OcppCodec.of(OcppVersion.V2_0_1);

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private FrameException refused(String frame) {
        return refused(csms, bytes(frame));
    }

    private static FrameException refused(OcppCodec codec, byte[] frame) {
        return catchThrowableOfType(FrameException.class, () -> codec.readFrame(frame));
    }

    private static void assertRefused(FrameException e, OcppErrorCode code, String id) {
        assertThat(e.error().code()).isEqualTo(code);
        assertThat(e.messageId()).isEqualTo(id);
        assertThat(e.silent()).isFalse();
    }

    @Test
    void readsACallAndKeepsThePayloadsBytes() throws FrameException {
        var frame =
                (Frame.Call)
                        csms.readFrame(
                                bytes(" [ 2,\"é1\" , \"BootNotification\", " + BOOT + " ] "));

        assertThat(frame.messageId()).isEqualTo("é1");
        assertThat(frame.action()).isEqualTo(Action.BOOT_NOTIFICATION);
        assertThat(((BootNotificationRequest) frame.request()).reason())
                .isEqualTo(BootReasonEnum.POWER_UP);
        assertThat(frame.payload()).asString(UTF_8).isEqualTo(BOOT);
    }

    @Test
    void readsACallResultWithoutKnowingItsType() throws FrameException {
        var frame = (Frame.CallResult) csms.readFrame(bytes("[3,\"1\",{\"any\":[{}]}]"));

        assertThat(frame.payload()).asString(UTF_8).isEqualTo("{\"any\":[{}]}");
    }

    @Test
    void readsACallErrorAndACallResultError() throws FrameException {
        var error = new OcppError(OcppErrorCode.GENERIC_ERROR, "x", Map.of("a", "b"));

        assertThat(
                        csms.readFrame(
                                bytes("[4,\"1\",\"GenericError\",\"x\",{\"a\":\"b\",\"n\":null}]")))
                .isEqualTo(new Frame.CallError("1", error));
        assertThat(csms.readFrame(bytes("[5,\"1\",\"GenericError\",\"x\",{\"a\":\"b\"}]")))
                .isEqualTo(new Frame.CallResultError("1", error));
    }

    @Test
    void understandsErrorCodesOfOtherVersionsAndMakers() throws FrameException {
        var old =
                (Frame.CallError) csms.readFrame(bytes("[4,\"1\",\"FormationViolation\",\"\",{}]"));
        var own = (Frame.CallError) csms.readFrame(bytes("[4,\"1\",\"Oops\",\"text\",{}]"));

        assertThat(old.error().code()).isEqualTo(FORMAT_VIOLATION);
        assertThat(own.error()).isEqualTo(new OcppError(OcppErrorCode.GENERIC_ERROR, "Oops: text"));
    }

    @Test
    void readsASend() throws FrameException {
        var frame =
                (Frame.Send)
                        csms.readFrame(
                                bytes("[6,\"1\",\"NotifyPeriodicEventStream\"," + STREAM + "]"));

        assertThat(frame.action()).isEqualTo(Action.NOTIFY_PERIODIC_EVENT_STREAM);
        assertThat(((NotifyPeriodicEventStream) frame.message()).data()).hasSize(1);
        assertThat(frame.payload()).asString(UTF_8).isEqualTo(STREAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "{}",
                "2",
                "\"a\"",
                "[",
                "[]",
                "[2",
                "[2,",
                "[2,\"1",
                "[2 \"1\"]",
                "nul",
                "[2,1,\"Heartbeat\",{}]",
                "[2,null,\"Heartbeat\",{}]",
                "[2,\"\",\"Heartbeat\",{}]",
                "[2]",
                "[2,\"a\\u0007\",\"Heartbeat\",{}]",
                "[2,\"1234567890123456789012345678901234567\",\"Heartbeat\",{}]"
            })
    void answersAFrameWithoutReadableIdWithMinusOne(String frame) {
        assertRefused(refused(frame), RPC_FRAMEWORK_ERROR, "-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2,\"1\"]",
                "[2,\"1\",\"Heartbeat\"]",
                "[2,\"1\",2,{}]",
                "[2,\"1\",\"Heartbeat\",{},1]",
                "[2,\"1\",\"Heartbeat\",{}] []",
                "[2,\"1\",\"Heartbeat\",{}",
                "[2,\"1\",\"Heartbeat\",{",
                "[2,\"1\",\"Heartbeat\",{\"customData\":{\"vendorId\":\"x",
                "[2,\"1\",\"Heartbeat\",{}}]"
            })
    void answersAFrameWithBrokenFrameAndReadableId(String frame) {
        assertRefused(refused(frame), RPC_FRAMEWORK_ERROR, "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2,\"1\",\"Heartbeat\",null]",
                "[2,\"1\",\"Heartbeat\",[]]",
                "[2,\"1\",\"Heartbeat\",\"{}\"]",
                "[2,\"1\",\"Heartbeat\",{x}]",
                "[2,\"1\",\"Heartbeat\",{\"customData\":{\"vendorId\":\"x\",}}]"
            })
    void answersAPayloadThatIsNoJsonObjectWithFormatViolation(String frame) {
        assertRefused(refused(frame), FORMAT_VIOLATION, "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0,\"1\",\"Heartbeat\",{}]",
                "[1]",
                "[7,\"1\"]",
                "[99]",
                "[\"2\",\"1\",\"Heartbeat\",{}]",
                "[2.5]",
                "[-1]",
                "[null]",
                "[123456789012345678901234567890]",
                "[[2]]",
                "[{}]",
                "[true]"
            })
    void ignoresUnknownMessageTypes(String frame) {
        var e = refused(frame);

        assertThat(e.silent()).isTrue();
        assertThat(e.error().code()).isEqualTo(MESSAGE_TYPE_NOT_SUPPORTED);
        assertThat(e.messageType()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[5,\"1\",\"GenericError\",\"\",{}]",
                "[6,\"1\",\"NotifyPeriodicEventStream\",{}]"
            })
    void ignoresTheMessageTypesOf21In201(String frame) {
        assertThat(refused(oldCsms, bytes(frame)).silent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[3,\"1\"]",
                "[3,\"1\",[]]",
                "[3,\"1\",{},{}]",
                "[3,\"1\",{]",
                "[3,1,{}]",
                "[4,\"1\",\"GenericError\",\"\"]",
                "[4,\"1\",\"GenericError\",\"\",[]]",
                "[4,\"1\",4,\"\",{}]",
                "[6,\"1\",\"Heartbeat\",{}]",
                "[6,\"1\",\"X\",{}]",
                "[6,\"1\",\"NotifyPeriodicEventStream\",{\"id\":1}]",
                "[6,\"1\"]"
            })
    void neverAnswersAnAnswerOrASend(String frame) {
        assertThat(refused(frame).silent()).isTrue();
        assertThat(refused(frame).messageType()).isBetween(3, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "Nonsense, NOT_IMPLEMENTED",
        "heartbeat, NOT_IMPLEMENTED",
        "HeartbeatRequest, NOT_IMPLEMENTED",
        "Reset, NOT_SUPPORTED",
        "NotifyPeriodicEventStream, NOT_SUPPORTED",
    })
    void answersActionsThatItDoesNotTake(String action, OcppErrorCode code) {
        var e = refused("[2,\"1\",\"" + action + "\",{}]");

        assertRefused(e, code, "1");
        assertThat(e.action().isPresent()).isEqualTo(code == NOT_SUPPORTED);
    }

    @Test
    void takesActionsOfItsOwnDirectionAndVersionOnly() throws FrameException {
        var reset = bytes("[2,\"1\",\"Reset\",{\"type\":\"Immediate\"}]");
        var boot = bytes("[2,\"1\",\"BootNotification\"," + BOOT + "]");
        var data = bytes("[2,\"1\",\"DataTransfer\",{\"vendorId\":\"v\"}]");

        assertThat(station.readFrame(reset)).isInstanceOf(Frame.Call.class);
        assertRefused(refused(station, boot), NOT_SUPPORTED, "1");
        assertThat(station.readFrame(data)).isInstanceOf(Frame.Call.class);
        assertThat(csms.readFrame(data)).isInstanceOf(Frame.Call.class);
        assertRefused(refused(oldCsms, bytes("[2,\"1\",\"BatterySwap\",{}]")), NOT_SUPPORTED, "1");
    }

    @Test
    void namesPathAndActionOfAWrongPayload() {
        var e =
                refused(
                        "[2,\"1\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":{\"model\":\"M\"}}]");

        assertRefused(e, OCCURRENCE_CONSTRAINT_VIOLATION, "1");
        assertThat(e.action()).contains(Action.BOOT_NOTIFICATION);
        assertThat(e.error().description()).isEqualTo("$.chargingStation.vendorName: is required");
    }

    @Test
    void refusesOtherEncodingsAndBrokenUtf8() {
        var frame = "[2,\"1\",\"Heartbeat\",{}]";

        assertRefused(refused("\uFEFF" + frame), RPC_FRAMEWORK_ERROR, "-1");
        assertRefused(refused(csms, frame.getBytes(UTF_16LE)), RPC_FRAMEWORK_ERROR, "-1");
        assertRefused(
                refused(csms, "[2,\"\u00e9\",\"Heartbeat\",{}]".getBytes(ISO_8859_1)),
                RPC_FRAMEWORK_ERROR,
                "-1");
        assertRefused(
                refused(csms, "[2,\"\u00c0\u0080\",\"Heartbeat\",{}]".getBytes(ISO_8859_1)),
                RPC_FRAMEWORK_ERROR,
                "-1");
        assertRefused(
                refused(csms, "[2,\"\u00ed\u00a0\u0080\",\"Heartbeat\",{}]".getBytes(ISO_8859_1)),
                RPC_FRAMEWORK_ERROR,
                "-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\uDC00",
                "\\uDC00\\uD800",
                "\\ud800x",
                "\\ud800\\n",
                "\\\\\\ud800"
            })
    void refusesLoneSurrogates(String text) {
        var frame = "[2,\"1\",\"Heartbeat\",{\"customData\":{\"vendorId\":\"" + text + "\"}}]";

        assertRefused(refused(frame), RPC_FRAMEWORK_ERROR, "-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\uD83D\\uDE00", "\\\\ud800", "\\u0041\\\"", "\uD83D\uDE00", "é"})
    void readsEscapesAndPairs(String text) throws FrameException {
        var frame = "[2,\"1\",\"Heartbeat\",{\"customData\":{\"vendorId\":\"" + text + "\"}}]";

        assertThat(csms.readFrame(bytes(frame))).isInstanceOf(Frame.Call.class);
    }

    @Test
    void refusesInputBeyondTheLimits() {
        var deep = "{\"a\":".repeat(70) + "1" + "}".repeat(70);
        var nested =
                "[2,\"1\",\"Heartbeat\",{\"customData\":{\"vendorId\":\"v\",\"x\":" + deep + "}}]";
        var huge =
                "[2,\"1\",\"Heartbeat\",{\"customData\":{\"vendorId\":\"v\",\"x\":\""
                        + "x".repeat(2 << 20)
                        + "\"}}]";

        assertRefused(refused(nested), FORMAT_VIOLATION, "1");
        assertRefused(refused(huge), FORMAT_VIOLATION, "1");
        assertRefused(refused("{\"a\":".repeat(100_000)), RPC_FRAMEWORK_ERROR, "-1");
        assertRefused(refused(csms, new byte[5 << 20]), RPC_FRAMEWORK_ERROR, "-1");
    }

    @Test
    void writesEveryKindOfFrame() {
        var payload = bytes("{\"a\":1}");
        var error = new OcppError(OcppErrorCode.NOT_SUPPORTED, "a \"b\"\n", Map.of("k", 1));

        assertThat(station.writeCall("1", Action.HEARTBEAT, payload))
                .asString(UTF_8)
                .isEqualTo("[2,\"1\",\"Heartbeat\",{\"a\":1}]");
        assertThat(csms.writeCallResult("é\"", payload))
                .asString(UTF_8)
                .isEqualTo("[3,\"é\\\"\",{\"a\":1}]");
        assertThat(csms.writeCallError("-1", error))
                .asString(UTF_8)
                .isEqualTo("[4,\"-1\",\"NotSupported\",\"a \\\"b\\\"\\n\",{\"k\":1}]");
        assertThat(csms.writeCallResultError("1", new OcppError(OcppErrorCode.GENERIC_ERROR, "")))
                .asString(UTF_8)
                .isEqualTo("[5,\"1\",\"GenericError\",\"\",{}]");
        assertThat(station.writeSend("1", Action.NOTIFY_PERIODIC_EVENT_STREAM, payload))
                .asString(UTF_8)
                .isEqualTo("[6,\"1\",\"NotifyPeriodicEventStream\",{\"a\":1}]");
    }

    @Test
    void sendsNothingThatTheOtherEndCannotTake() {
        var payload = bytes("{}");

        assertThatThrownBy(() -> csms.writeCall("1", Action.HEARTBEAT, payload))
                .isInstanceOf(OcppException.class);
        assertThatThrownBy(() -> oldCsms.writeCall("1", Action.AFRR_SIGNAL, payload))
                .isInstanceOf(OcppException.class);
        assertThatThrownBy(
                        () -> station.writeCall("1", Action.NOTIFY_PERIODIC_EVENT_STREAM, payload))
                .isInstanceOf(OcppException.class);
        assertThatThrownBy(() ->
                        oldCsms.writeCallResultError(
                                "1", new OcppError(OcppErrorCode.GENERIC_ERROR, "")))
                .isInstanceOf(OcppException.class);
        assertThatThrownBy(() -> csms.writeCallResult("", payload))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
