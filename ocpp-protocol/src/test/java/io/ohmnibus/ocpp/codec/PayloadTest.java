/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static io.ohmnibus.ocpp.OcppErrorCode.FORMAT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.PROPERTY_CONSTRAINT_VIOLATION;
import static io.ohmnibus.ocpp.OcppErrorCode.TYPE_CONSTRAINT_VIOLATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.SampledValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    private static final String TOKEN = "{\"idToken\":{\"idToken\":\"%s\",\"type\":\"%s\"}}";

    private final OcppCodec codec = OcppCodec.of(OcppVersion.V2_1);
    private final OcppCodec old = OcppCodec.of(OcppVersion.V2_0_1);

    private <M> M read(Class<M> type, String json) {
        return codec.readPayload(type, json.getBytes(UTF_8));
    }

    private static void assertRefused(
            OcppCodec codec, Class<?> type, String json, OcppErrorCode code, String description) {
        var e =
                catchThrowableOfType(
                        OcppException.class, () -> codec.readPayload(type, json.getBytes(UTF_8)));
        assertThat(e.error().description()).isEqualTo(description);
        assertThat(e.error().code()).isEqualTo(code);
    }

    private void assertRefused(Class<?> type, String json, OcppErrorCode code, String description) {
        assertRefused(codec, type, json, code, description);
    }

    @Test
    void tellsWhatIsWrongWhere() {
        assertRefused(
                ResetRequest.class, "{}", OCCURRENCE_CONSTRAINT_VIOLATION, "$.type: is required");
        assertRefused(
                ResetRequest.class,
                "{\"type\":null}",
                TYPE_CONSTRAINT_VIOLATION,
                "$.type: expected a string");
        assertRefused(
                ResetRequest.class,
                "{\"type\":\"Now\"}",
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.type: expected a value known to this version");
        assertRefused(
                ResetRequest.class,
                "{\"type\":\"OnIdle\",\"evseID\":1}",
                FORMAT_VIOLATION,
                "$.evseID: is not a property known here");
        assertRefused(
                ResetRequest.class,
                "{\"type\":\"OnIdle\",\"type\":\"OnIdle\"}",
                FORMAT_VIOLATION,
                "$.type: expected each property once");
        assertRefused(
                MeterValuesRequest.class,
                "{\"evseId\":0,\"meterValue\":[]}",
                OCCURRENCE_CONSTRAINT_VIOLATION,
                "$.meterValue: expected at least 1 elements");
        assertRefused(
                MeterValuesRequest.class,
                "{\"evseId\":0,\"meterValue\":[{\"timestamp\":\"2025-01-01T00:00:00Z\","
                        + "\"sampledValue\":[{\"value\":1},{\"value\":\"1\"}]}]}",
                TYPE_CONSTRAINT_VIOLATION,
                "$.meterValue[0].sampledValue[1].value: expected a number");
    }

    @Test
    void neverRepeatsWhatItRefuses() {
        var secret = "s3cret".repeat(60);

        assertRefused(
                AuthorizeRequest.class,
                TOKEN.formatted(secret, "Central"),
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.idToken.idToken: expected at most 255 characters");
        assertRefused(
                HeartbeatRequest.class,
                "{\"s3 cret\":1}",
                FORMAT_VIOLATION,
                "$[?]: is not a property known here");
        assertRefused(
                HeartbeatRequest.class,
                "{\"" + secret.substring(0, 60) + "\":1}",
                FORMAT_VIOLATION,
                "$[?]: is not a property known here");
        assertRefused(
                ResetRequest.class,
                "{\"type\":s3cret}",
                FORMAT_VIOLATION,
                "$: expected well-formed JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"type\":\"OnIdle\"}}",
                "{\"type\":\"OnIdle\"} 1",
                "{\"type\":\"OnIdle\",}"
            })
    void refusesWhatIsNotOneJsonObject(String json) {
        var e = catchThrowableOfType(OcppException.class, () -> read(ResetRequest.class, json));

        assertThat(e.error().code()).isIn(FORMAT_VIOLATION, TYPE_CONSTRAINT_VIOLATION);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "5.0, 5",
        "5e0, 5",
        "0.5e1, 5",
        "50E-1, 5",
        "2147483647, 2147483647",
        "-0, 0",
        "0e-7, 0"
    })
    void readsIntegersHoweverTheyAreSpelled(String spelled, int value) {
        var json = "{\"type\":\"OnIdle\",\"evseId\":" + spelled + "}";

        assertThat(read(ResetRequest.class, json).evseId()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "2147483648, PROPERTY_CONSTRAINT_VIOLATION",
        "99999999999999999999, PROPERTY_CONSTRAINT_VIOLATION",
        "1e10, PROPERTY_CONSTRAINT_VIOLATION",
        "1e999999999, PROPERTY_CONSTRAINT_VIOLATION",
        "-1, PROPERTY_CONSTRAINT_VIOLATION",
        "5.5, TYPE_CONSTRAINT_VIOLATION",
        "1e-999999999, PROPERTY_CONSTRAINT_VIOLATION",
        "'\"5\"', TYPE_CONSTRAINT_VIOLATION",
        "05, FORMAT_VIOLATION",
        "+5, FORMAT_VIOLATION",
        "NaN, FORMAT_VIOLATION",
        ".5, FORMAT_VIOLATION",
    })
    void refusesWhatIsNoIntegerInBounds(String spelled, OcppErrorCode code) {
        var json = "{\"type\":\"OnIdle\",\"evseId\":" + spelled + "}";
        var e = catchThrowableOfType(OcppException.class, () -> read(ResetRequest.class, json));

        assertThat(e.error().code()).isEqualTo(code);
        assertThat(e.error().description())
                .startsWith(code == FORMAT_VIOLATION ? "$: " : "$.evseId: ");
    }

    @Test
    void keepsLimitsWithOneDecimalPlaceExact() {
        for (int tenths = 0; tenths <= 400; tenths++) {
            var value = BigDecimal.valueOf(tenths, 1);
            var read = read(SampledValue.class, "{\"value\":" + value + "}");

            assertThat(read.value()).isEqualTo(value);
            assertThat(written(codec, request(read.value()))).contains("\"value\":" + value + "}");
        }
    }

    private static DataTransferRequest request(BigDecimal value) {
        return new DataTransferRequest(null, Map.of("value", value), "v", null);
    }

    private static String written(OcppCodec codec, Message message) {
        return new String(codec.writePayload(message), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, 1000",
        "1.50, 1.50",
        "-1E-3, -0.001",
        "1e90, 1"
                + "000000000000000000000000000000000000000000000"
                + "000000000000000000000000000000000000000000000",
        "0e9, 0",
        "12345678901234567890.12345678901234567890, 12345678901234567890.12345678901234567890",
    })
    void readsDecimalsExactly(String spelled, BigDecimal value) {
        assertThat(read(SampledValue.class, "{\"value\":" + spelled + "}").value())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e100",
                "1e999999999",
                "1e-999999999",
                "1E-100",
                "-1e2147483647",
                "1e99999999999"
            })
    void refusesDecimalsThatWouldBlowUp(String spelled) {
        var json = "{\"value\":" + spelled + "}";
        var e = catchThrowableOfType(OcppException.class, () -> read(SampledValue.class, json));

        assertThat(e.error().code()).isIn(PROPERTY_CONSTRAINT_VIOLATION, FORMAT_VIOLATION);
        var longest = "{\"value\":" + "1".repeat(1000) + "}";
        assertThat(
                        catchThrowableOfType(
                                OcppException.class, () -> read(SampledValue.class, longest)))
                .isNotNull();
    }

    @Test
    void countsLengthInCharactersNotInUtf16Units() {
        var faces = "\uD83D\uDE00".repeat(20);

        assertThat(read(AuthorizeRequest.class, TOKEN.formatted("1", faces)).idToken().type())
                .isEqualTo(faces);
        assertRefused(
                AuthorizeRequest.class,
                TOKEN.formatted("1", faces + "x"),
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.idToken.type: expected at most 20 characters");
    }

    @Test
    void knowsWhatEachVersionAllows() {
        assertThat(read(AuthorizeRequest.class, TOKEN.formatted("1", "Vendor")).idToken().type())
                .isEqualTo("Vendor");
        assertRefused(
                old,
                AuthorizeRequest.class,
                TOKEN.formatted("1", "Vendor"),
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.idToken.type: expected a value known to this version");
        assertRefused(
                old,
                AuthorizeRequest.class,
                TOKEN.formatted("1".repeat(37), "Local"),
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.idToken.idToken: expected at most 36 characters");
        assertRefused(
                old,
                ResetRequest.class,
                "{\"type\":\"ImmediateAndResume\"}",
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.type: expected a value known to this version");
    }

    @Test
    void keepsCustomDataAsItCame() {
        var json =
                "{\"customData\":{\"x\":1.50,\"vendorId\":\"v\",\"n\":null,\"l\":[1,{\"a\":null},[]],\"o\":{},\"b\":true}}";
        var custom = custom(json);

        assertThat(custom.vendorId()).isEqualTo("v");
        assertThat(custom.properties().get("x")).isEqualTo(new BigDecimal("1.50"));
        assertThat(custom.properties().get("l"))
                .isEqualTo(
                        Arrays.asList(
                                BigDecimal.ONE, Collections.singletonMap("a", null), List.of()));
        assertThat(written(codec, new HeartbeatRequest(custom)))
                .isEqualTo(
                        "{\"customData\":{\"vendorId\":\"v\",\"x\":1.50,\"n\":null,"
                                + "\"l\":[1,{\"a\":null},[]],\"o\":{},\"b\":true}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | OCCURRENCE_CONSTRAINT_VIOLATION | $.customData.vendorId: is required",
                "{\"vendorId\":1} | TYPE_CONSTRAINT_VIOLATION | $.customData.vendorId: expected a string",
                "{\"vendorId\":null} | TYPE_CONSTRAINT_VIOLATION | $.customData.vendorId: expected a string",
                "{\"vendorId\":\"v\",\"vendorId\":\"v\"} | FORMAT_VIOLATION | $.customData: expected each property once",
                "{\"vendorId\":\"v\",\"a\":{\"b\":1,\"b\":2}} | FORMAT_VIOLATION "
                        + "| $.customData: expected each property once",
                "[] | TYPE_CONSTRAINT_VIOLATION | $.customData: expected an object",
            })
    void checksCustomData(String custom, OcppErrorCode code, String description) {
        assertRefused(HeartbeatRequest.class, "{\"customData\":" + custom + "}", code, description);
    }

    @Test
    void readsAnyDataButNull() {
        var data =
                read(DataTransferRequest.class, "{\"vendorId\":\"v\",\"data\":[1,\"a\"]}").data();

        assertThat(data).isEqualTo(List.of(BigDecimal.ONE, "a"));
        assertRefused(
                DataTransferRequest.class,
                "{\"vendorId\":\"v\",\"data\":null}",
                TYPE_CONSTRAINT_VIOLATION,
                "$.data: expected a value or nothing, not null");
    }

    @Test
    void matchesNamesThatAreSpelledWithEscapes() {
        assertThat(read(ResetRequest.class, "{\"t\\u0079pe\":\"On\\u0049dle\"}").type().wireName())
                .isEqualTo("OnIdle");
        assertRefused(
                ResetRequest.class,
                "{\"type\":\"OnIdle\",\"t\\u0079pe\":\"OnIdle\"}",
                FORMAT_VIOLATION,
                "$.type: expected each property once");
    }

    @Test
    void survivesManyAndCollidingNames() {
        var json = new StringBuilder("{\"customData\":{\"vendorId\":\"v\"");
        for (int i = 0; i < 1 << 14; i++) {
            var name = new StringBuilder();
            for (int bit = 0; bit < 14; bit++) {
                name.append((i & (1 << bit)) == 0 ? "Aa" : "BB");
            }
            json.append(",\"").append(name).append("\":1");
        }
        try {
            assertThat(custom(json + "}}").properties()).hasSize(1 << 14);
        } catch (OcppException e) {
            assertThat(e.error().code()).isEqualTo(FORMAT_VIOLATION);
        }
    }

    private CustomData custom(String json) {
        return Objects.requireNonNull(read(HeartbeatRequest.class, json).customData());
    }

    @Test
    void refusesNulWhichNoTextColumnCanHold() {
        var expected = "expected text without NUL characters";
        assertRefused(
                AuthorizeRequest.class,
                TOKEN.formatted("1\\u0000", "X"),
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.idToken.idToken: " + expected);
        assertRefused(
                DataTransferRequest.class,
                "{\"vendorId\":\"v\",\"data\":[{\"a\":\"\\u0000\"}]}",
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.data: " + expected);
        assertRefused(
                HeartbeatRequest.class,
                "{\"customData\":{\"vendorId\":\"v\",\"\\u0000\":1}}",
                PROPERTY_CONSTRAINT_VIOLATION,
                "$.customData: " + expected);
    }
}
