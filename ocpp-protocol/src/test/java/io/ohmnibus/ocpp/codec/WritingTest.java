/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import static io.ohmnibus.ocpp.OcppErrorCode.INTERNAL_ERROR;
import static io.ohmnibus.ocpp.OcppErrorCode.NOT_SUPPORTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.CostUpdatedRequest;
import io.ohmnibus.ocpp.message.GetInstalledCertificateIdsRequest;
import io.ohmnibus.ocpp.message.HeartbeatResponse;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.message.SetChargingProfileRequest;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.type.GetCertificateIdUseEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingTest {

    private static final String PROFILE =
            """
            {"evseId":1,"chargingProfile":{"id":1,"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile",\
            "chargingProfileKind":"Absolute","maxOfflineDuration":60,"chargingSchedule":[{"id":1,\
            "chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0%s}]}]}}\
            """;

    private final OcppCodec codec = OcppCodec.of(OcppVersion.V2_1);
    private final OcppCodec old = OcppCodec.of(OcppVersion.V2_0_1);

    private static String written(OcppCodec codec, Message message) {
        return new String(codec.writePayload(message), UTF_8);
    }

    private static void assertRefused(
            OcppCodec codec, Message message, OcppErrorCode code, String description) {
        var e = catchThrowableOfType(OcppException.class, () -> codec.writePayload(message));
        assertThat(e.error().code()).isEqualTo(code);
        assertThat(e.error().description()).isEqualTo(description);
    }

    private static void assertNotPrunable(OcppCodec codec, Message message, String description) {
        var e = catchThrowableOfType(OcppException.class, () -> codec.writePruned(message));
        assertThat(e.error().code()).isEqualTo(NOT_SUPPORTED);
        assertThat(e.error().description()).isEqualTo(description);
    }

    @Test
    void leavesOutWhatIsAbsentOrEmpty() {
        assertThat(written(codec, new ResetRequest(ResetEnum.ON_IDLE, null, null)))
                .isEqualTo("{\"type\":\"OnIdle\"}");
        assertThat(written(codec, new GetInstalledCertificateIdsRequest(List.of(), null)))
                .isEqualTo("{}");
    }

    @Test
    void writesTimesInUtcWithMillisecondsAtMost() {
        var time = Instant.parse("2025-03-01T10:00:00.123456789+02:00");
        var whole = Instant.parse("2025-03-01T08:00:00Z");

        assertThat(written(codec, new HeartbeatResponse(time, null)))
                .isEqualTo("{\"currentTime\":\"2025-03-01T08:00:00.123Z\"}");
        assertThat(written(codec, new HeartbeatResponse(whole, null)))
                .isEqualTo("{\"currentTime\":\"2025-03-01T08:00:00Z\"}");
    }

    @Test
    void writesDecimalsPlainlyAndTowardsStationsWithSixPlacesAtMost() {
        var cost = new CostUpdatedRequest(new BigDecimal("1E+3"), "t", null);
        var fine = new CostUpdatedRequest(new BigDecimal("0.12345678"), "t", null);

        assertThat(written(codec, cost)).isEqualTo("{\"totalCost\":1000,\"transactionId\":\"t\"}");
        assertThat(written(codec, fine)).contains(":0.123456,");
        assertThat(written(OcppCodec.of(OcppVersion.V2_1, Side.STATION), fine))
                .contains(":0.12345678,");
    }

    @Test
    @SuppressWarnings("NullAway") // what handlers may do wrong all the same
    void refusesToSendWhatNoVersionAllows() {
        assertRefused(
                codec, new ResetRequest(null, null, null), INTERNAL_ERROR, "$.type: is required");
        assertRefused(
                codec,
                new ResetRequest(ResetEnum.ON_IDLE, -1, null),
                INTERNAL_ERROR,
                "$.evseId: expected an integer from 0 to 2147483647");
        assertRefused(
                codec,
                new ResetResponse(
                        ResetStatusEnum.ACCEPTED, new StatusInfo("x".repeat(21), null, null), null),
                INTERNAL_ERROR,
                "$.statusInfo.reasonCode: expected at most 20 characters");
        assertRefused(
                codec,
                new ResetResponse(
                        ResetStatusEnum.ACCEPTED, new StatusInfo("\uD800", null, null), null),
                INTERNAL_ERROR,
                "$: expected UTF-8 without byte order mark or lone surrogates");
    }

    @Test
    void refusesToSendTo201WhatItDoesNotKnowUnlessPruned() {
        var trigger = new TriggerMessageRequest(null, MessageTriggerEnum.HEARTBEAT, "custom", null);
        var answer =
                new ResetResponse(
                        ResetStatusEnum.ACCEPTED,
                        new StatusInfo("ok", "x".repeat(513), null),
                        null);

        assertRefused(old, trigger, NOT_SUPPORTED, "$.customTrigger: is unknown to this version");
        assertPruned(trigger, "{\"requestedMessage\":\"Heartbeat\"}", "$.customTrigger");
        assertPruned(
                answer,
                "{\"status\":\"Accepted\",\"statusInfo\":{\"reasonCode\":\"ok\"}}",
                "$.statusInfo.additionalInfo");
        assertThat(codec.writePruned(trigger).droppedPaths()).isEmpty();
    }

    private void assertPruned(Message message, String json, String... dropped) {
        var pruned = old.writePruned(message);
        assertThat(pruned.payload()).asString(UTF_8).isEqualTo(json);
        assertThat(pruned.droppedPaths()).containsExactly(dropped);
    }

    @Test
    void dropsNothingThatIsRequiredOrPartOfAList() {
        assertNotPrunable(
                old,
                new ResetRequest(ResetEnum.IMMEDIATE_AND_RESUME, null, null),
                "$.type: expected a value known to this version");
        assertNotPrunable(
                old,
                new AuthorizeRequest(
                        new IdToken(null, "x".repeat(37), "Local", null), null, null, null),
                "$.idToken.idToken: expected at most 36 characters");
        assertNotPrunable(
                old,
                new GetInstalledCertificateIdsRequest(
                        List.of(GetCertificateIdUseEnum.OEM_ROOT_CERTIFICATE), null),
                "$.certificateType[0]: expected a value known to this version");
    }

    @Test
    void prunesDeepInsideAndInsistsOnWhatOnly201Requires() {
        var withLimit = profile(",\"limit\":16.0,\"limit_L2\":10.0");
        var withSetpoint = profile(",\"setpoint\":-5");

        var pruned = old.writePruned(withLimit);

        assertThat(pruned.droppedPaths())
                .containsExactlyInAnyOrder(
                        "$.chargingProfile.maxOfflineDuration",
                        "$.chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit_L2");
        assertThat(pruned.payload())
                .asString(UTF_8)
                .contains("[{\"startPeriod\":0,\"limit\":16.0}]");
        assertNotPrunable(
                old,
                withSetpoint,
                "$.chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit: is required");
    }

    private SetChargingProfileRequest profile(String period) {
        return codec.readPayload(
                SetChargingProfileRequest.class, PROFILE.formatted(period).getBytes(UTF_8));
    }

    @Test
    void refusesMessagesOfLaterVersions() {
        var type = io.ohmnibus.ocpp.message.AFRRSignalRequest.class;
        var e =
                catchThrowableOfType(
                        OcppException.class, () -> old.readPayload(type, "{}".getBytes(UTF_8)));

        assertThat(e.error().code()).isEqualTo(NOT_SUPPORTED);
    }
}
