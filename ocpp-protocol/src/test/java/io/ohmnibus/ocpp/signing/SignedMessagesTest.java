/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Deviation;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.FrameException;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.codec.Tolerance;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Signed messages (Part 4, 7): signed here, unwrapped and verified there. */
class SignedMessagesTest {

    /** Self-signed; made for this test, its key is gone. */
    private static final String CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIBejCCAR+gAwIBAgIUdoEhvUvrOqB8aSCT1e8fqmm9v5AwCgYIKoZIzj0EAwIw
            ETEPMA0GA1UEAwwGc2lnbmVyMCAXDTI2MTEyNTIxNDEzNloYDzIxMjYxMTAxMjE0
            MTM2WjARMQ8wDQYDVQQDDAZzaWduZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
            AASzyPqvX6DcszzZ+U6weuT1DKafjN7CIS3nOXDtTQ2F3nYOBeCjFIRB6Q/WuzC5
            KWAr7I08KTO1XLPrIQOH2VJro1MwUTAdBgNVHQ4EFgQUkvYQjxJjqhLL6TYPGSnr
            aUB7Gr4wHwYDVR0jBBgwFoAUkvYQjxJjqhLL6TYPGSnraUB7Gr4wDwYDVR0TAQH/
            BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA9/FYBOD82QzNOwLwGoErOcxj2Z0Q
            xFIwYNl7CJwztScCIQCEVhYQGuI65q8nTCEu8QKssaDEfHl8vu+GNm84Y2mTow==
            -----END CERTIFICATE-----
            """;

    private static final String THUMBPRINT = "SHCPA98rT0TbXWUElQCq8xuSjKjP2szSBtAj4Va8th4";
    private static final KeyPair EC = keys("EC", "secp256r1");
    private static final KeyPair RSA = keys("RSA", "2048");

    private final OcppCodec csms = OcppCodec.of(OcppVersion.V2_1);
    private final OcppCodec station = OcppCodec.of(OcppVersion.V2_1, Side.STATION);

    private static KeyPair keys(String algorithm, String size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec(size));
            } else {
                generator.initialize(Integer.parseInt(size));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keysFor(SigningAlgorithm algorithm) {
        return algorithm == SigningAlgorithm.ES256 ? EC : RSA;
    }

    private static X509Certificate certificate() {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(CERTIFICATE.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signer signer(SigningAlgorithm algorithm) {
        return new Signer(algorithm, keysFor(algorithm).getPrivate(), certificate());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static SignedPayload signed(Frame frame) {
        return Objects.requireNonNull(
                switch (frame) {
                    case Frame.Call call -> call.signed();
                    case Frame.Send send -> send.signed();
                    case Frame.CallResult result -> result.signed();
                    case Frame.CallError _, Frame.CallResultError _ -> null;
                });
    }

    private static void assertNotVerified(SignedPayload signed, Action action, String reason) {
        assertThatExceptionOfType(SignatureException.class)
                .isThrownBy(() -> signed.verify(EC.getPublic(), action))
                .withMessage(reason);
    }

    @ParameterizedTest
    @EnumSource
    void aSignedCallAndItsAnswerArriveAsTheyWereSigned(SigningAlgorithm algorithm)
            throws FrameException, SignatureException {
        var key = keysFor(algorithm).getPublic();
        byte[] reset = "{\"type\":\"OnIdle\"}".getBytes(UTF_8);
        byte[] frame = csms.writeCall("id", Action.RESET, reset, signer(algorithm));
        assertThat(frame).asString(UTF_8).startsWith("[2,\"id\",\"Reset-Signed\",{\"payload\":");

        var call = (Frame.Call) station.readFrame(frame);
        assertThat(call.action()).isEqualTo(Action.RESET);
        assertThat(call.request()).isInstanceOf(ResetRequest.class);
        assertThat(call.payload()).isEqualTo(reset);
        signed(call).verify(key, Action.RESET);
        assertThat(signed(call).certificateThumbprint()).contains(THUMBPRINT);

        byte[] accepted = "{\"status\":\"Accepted\"}".getBytes(UTF_8);
        byte[] answer = station.writeCallResult("id", Action.RESET, accepted, signer(algorithm));
        var result = (Frame.CallResult) csms.readFrame(answer);
        assertThat(result.payload()).isEqualTo(accepted);
        signed(result).verify(key, Action.RESET);
    }

    @Test
    void aSignedSendArrives() throws FrameException, SignatureException {
        byte[] stream =
                ("{\"id\":1,\"pending\":0,\"basetime\":\"2025-01-01T00:00:00Z\","
                                + "\"data\":[{\"t\":1,\"v\":\"2\"}]}")
                        .getBytes(UTF_8);
        var action = Action.NOTIFY_PERIODIC_EVENT_STREAM;
        var frame = station.writeSend("id", action, stream, signer(SigningAlgorithm.ES256));
        var send = csms.readFrame(frame);
        assertThat(((Frame.Send) send).payload()).isEqualTo(stream);
        signed(send).verify(EC.getPublic(), action);
    }

    @Test
    void theSignatureIsThatOfRfc7515() throws GeneralSecurityException {
        var signed = signer(SigningAlgorithm.RS256).sign(2, Action.RESET, "{}".getBytes(UTF_8));
        assertThat(Base64.getUrlDecoder().decode(signed.protectedHeader()))
                .asString(UTF_8)
                .isEqualTo(
                        "{\"alg\":\"RS256\",\"OCPPAction\":\"Reset\",\"OCPPMessageTypeId\":2,"
                                + "\"x5t#S256\":\""
                                + THUMBPRINT
                                + "\"}");
        var verification = Signature.getInstance("SHA256withRSA");
        verification.initVerify(RSA.getPublic());
        verification.update((signed.protectedHeader() + ".e30").getBytes(UTF_8));
        assertThat(verification.verify(Base64.getUrlDecoder().decode(signed.signature()))).isTrue();
    }

    @Test
    void nothingOfASignedMessageCanBeChanged() {
        var signed = signer(SigningAlgorithm.ES256).sign(2, Action.RESET, "{}".getBytes(UTF_8));
        var header = signed.protectedHeader();
        var content = signed.payload();
        var signature = signed.signature();
        var other = new SignedPayload(2, header, encoded("{\"evseId\":1}"), signature);
        assertNotVerified(other, Action.RESET, "wrong signature");
        var elsewhere = new SignedPayload(3, header, content, signature);
        assertNotVerified(elsewhere, Action.RESET, "signed for another kind of frame");
        assertNotVerified(signed, Action.CLEAR_CACHE, "signed for another action");
        assertNotVerified(
                new SignedPayload(2, header, content, "AAAA"), Action.RESET, "wrong signature");
        assertNotVerified(
                new SignedPayload(2, header, content, "%"), Action.RESET, "wrong signature");
        assertNotVerified(
                new SignedPayload(2, encoded("["), content, signature),
                Action.RESET,
                "unreadable header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alg\":\"none\"}|algorithm not allowed",
                "{\"alg\":\"HS256\"}|algorithm not allowed",
                "{}|algorithm not allowed",
                "[]|algorithm not allowed",
                "{\"alg\":\"RS256\"}|the key is not one for RS256",
                "{\"alg\":\"ES256\",\"alg\":\"ES256\"}|unreadable header",
                "{\"alg\":\"ES256\",\"crit\":[\"b64\"]}"
                        + "|asks for an extension that is not known here",
                "{\"alg\":\"ES256\"}|signed for another action",
                "{\"alg\":\"ES256\",\"OCPPAction\":\"Reset\"}|signed for another kind of frame"
            })
    void headersThatProveNothingAreNotVerified(String header, String reason) {
        var signed = new SignedPayload(2, encoded(header), "e30", "AAAA");
        assertNotVerified(signed, Action.RESET, reason);
    }

    @Test
    void weakKeysAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Signer(
                                SigningAlgorithm.RS256,
                                keys("RSA", "1024").getPrivate(),
                                certificate()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Signer(
                                SigningAlgorithm.ES256,
                                keys("EC", "secp384r1").getPrivate(),
                                certificate()));
    }

    @Test
    void unwrapsWithoutVerifyingAndIgnoresOtherMembers() throws FrameException {
        var frame =
                "[2,\"id\",\"Heartbeat-Signed\",{\"protected\":\"?\",\"payload\":\"e30\","
                        + "\"signature\":\"?\",\"header\":{\"kid\":\"1\"}}]";
        var call = (Frame.Call) csms.readFrame(frame.getBytes(UTF_8));
        assertThat(call.request()).isEqualTo(new HeartbeatRequest(null));
        assertThat(signed(call).certificateThumbprint()).isEmpty();
    }

    @Test
    void toleratesInsideTheSignature() throws FrameException {
        var codec = OcppCodec.of(OcppVersion.V2_1, Side.CSMS, Set.of(Tolerance.NULLS));
        var frame =
                "[2,\"id\",\"Heartbeat-Signed\",{\"protected\":\"\",\"payload\":\"%s\","
                                .formatted(encoded("{\"customData\":null}"))
                        + "\"signature\":\"\"}]";
        assertThat(((Frame.Call) codec.readFrame(frame.getBytes(UTF_8))).deviations())
                .containsExactly(new Deviation(Tolerance.NULLS, "$.customData"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Heartbeat-Signed|{}|OCCURRENCE_CONSTRAINT_VIOLATION|$: expected a flattened JWS",
                "Heartbeat-Signed|[]|FORMAT_VIOLATION|expected a payload that is a JSON object",
                "Heartbeat-Signed|{\"protected\":\"\",\"payload\":\"e30=\",\"signature\":\"\"}"
                        + "|FORMAT_VIOLATION|$.payload: expected base64url without padding",
                "Heartbeat-Signed|{\"payload\":\"\",\"payload\":\"\"}"
                        + "|FORMAT_VIOLATION|$: expected each property once",
                "Heartbeat-Signed|{\"protected\":\"\",\"payload\":\"W10\",\"signature\":\"\"}"
                        + "|TYPE_CONSTRAINT_VIOLATION|$: expected an object",
                "Reset-Signed|{\"payload\":\"\"}"
                        + "|NOT_SUPPORTED|Reset goes in the other direction only",
                "-Signed|{}|NOT_IMPLEMENTED|unknown action",
                "Heartbeat-Signed-Signed|{}|NOT_IMPLEMENTED|unknown action"
            })
    void refusesWhatCannotBeUnwrapped(
            String action, String payload, OcppErrorCode code, String description) {
        var frame = "[2,\"id\",\"%s\",%s]".formatted(action, payload).getBytes(UTF_8);
        var e = catchThrowableOfType(FrameException.class, () -> csms.readFrame(frame));
        assertThat(e.error().description()).isEqualTo(description);
        assertThat(e.error().code()).isEqualTo(code);
        assertThat(e.messageId()).isEqualTo("id");
    }
}
