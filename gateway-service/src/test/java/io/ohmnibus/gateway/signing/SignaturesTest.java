/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.gateway.signing.SigningProperties.Policy;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.signing.SignedPayload;
import io.ohmnibus.ocpp.signing.Signer;
import io.ohmnibus.ocpp.signing.SigningAlgorithm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignaturesTest {

    private static final int CALL = 2;
    private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);

    private static SignedPayload signed;
    private static Path pem;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** The JDK makes certificates by its own tool only. */
    @BeforeAll
    static void sign(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("meter.p12");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-alias",
                        "meter",
                        "-dname",
                        "CN=meter",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit");
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        X509Certificate certificate = (X509Certificate) keys.getCertificate("meter");
        PrivateKey key = (PrivateKey) keys.getKey("meter", "changeit".toCharArray());
        signed =
                new Signer(SigningAlgorithm.ES256, key, certificate)
                        .sign(CALL, Action.METER_VALUES, PAYLOAD);
        pem = folder.resolve("meter.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private @Nullable OcppErrorCode judge(Policy policy, List<Path> certificates, Action action) {
        return new Signatures(new SigningProperties(policy, certificates, null, Set.of()), registry)
                .refusal(action, signed)
                .map(error -> error.code())
                .orElse(null);
    }

    private double counted(String outcome) {
        return registry.counter("ohmnibus.gateway.signed", "outcome", outcome).count();
    }

    @Test
    void letsPassWhatAKnownKeySigned() {
        assertThat(judge(Policy.VERIFY, List.of(pem), Action.METER_VALUES)).isNull();
        assertThat(counted("verified")).isEqualTo(1);
    }

    @Test
    void refusesWhatAKnownKeyDidNotSignSo() {
        assertThat(judge(Policy.ACCEPT, List.of(pem), Action.HEARTBEAT))
                .isEqualTo(OcppErrorCode.SECURITY_ERROR);
        assertThat(counted("wrong")).isEqualTo(1);
    }

    @Test
    void letsPassWhatNobodyCanVerifyUnlessItMust() {
        assertThat(judge(Policy.ACCEPT, List.of(), Action.METER_VALUES)).isNull();
        assertThat(judge(Policy.VERIFY, List.of(), Action.METER_VALUES))
                .isEqualTo(OcppErrorCode.SECURITY_ERROR);
        assertThat(counted("unverified")).isEqualTo(2);
    }

    @Test
    void refusesAllThatIsSignedWhereThatIsWanted() {
        assertThat(judge(Policy.REFUSE, List.of(pem), Action.METER_VALUES))
                .isEqualTo(OcppErrorCode.NOT_SUPPORTED);
    }

    @Test
    void saysWhichFileIsWrong(@TempDir Path folder) {
        Path missing = folder.resolve("missing.pem");
        assertThatThrownBy(() -> judge(Policy.ACCEPT, List.of(missing), Action.METER_VALUES))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing.pem");
    }
}
