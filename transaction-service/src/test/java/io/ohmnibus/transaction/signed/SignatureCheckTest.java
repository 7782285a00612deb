/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.SignedMeterValue;
import io.ohmnibus.platform.test.Requirement;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignatureCheckTest {

    private static final String PAYLOAD =
            "{\"FV\":\"1.0\",\"PG\":\"T1\",\"RD\":[{\"RV\":1234.5,\"RU\":\"kWh\"}],\"ID\":\"a|b\"}";

    private final SignatureCheck check = new SignatureCheck(List.of(new OcmfFormat()));

    private static KeyPair key(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PublicKeys.PROVIDER);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static byte[] sign(KeyPair key, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA", PublicKeys.PROVIDER);
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(UTF_8));
        return signature.sign();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SignedMeterValue ocmf(
            String payload, String signature, @Nullable String publicKey) {
        String text = "OCMF|" + payload + "|" + signature;
        return new SignedMeterValue(base64(text.getBytes(UTF_8)), null, "OCMF", publicKey, null);
    }

    private static String marked(KeyPair key) {
        return "oca:base16:asn1:" + HexFormat.of().formatHex(key.getPublic().getEncoded());
    }

    @ParameterizedTest
    @CsvSource({
        "secp192k1, ECDSA-secp192k1-SHA256",
        "secp256k1, ECDSA-secp256k1-SHA256",
        "secp192r1, ECDSA-secp192r1-SHA256",
        "secp256r1, ECDSA-secp256r1-SHA256",
        "brainpoolP256r1, ECDSA-brainpool256r1-SHA256",
        "secp384r1, ECDSA-secp384r1-SHA256",
        "brainpoolP384r1, ECDSA-brainpool384r1-SHA256"
    })
    @Requirement({"J01.FR.21", "J02.FR.21", "J02.FR.23", "J02.FR.24"})
    void verifiesEachMethodOfTheList(String curve, String method) throws GeneralSecurityException {
        KeyPair meter = key(curve);
        String signature =
                "{\"SA\":\"%s\",\"SD\":\"%s\"}"
                        .formatted(method, HexFormat.of().formatHex(sign(meter, PAYLOAD)));
        SignedMeterValue value = ocmf(PAYLOAD, signature, null);
        assertThat(check.verify(value, List.of(marked(meter)))).isEqualTo(Verdict.VALID);
        assertThat(check.verify(value, List.of(base64(marked(meter).getBytes(UTF_8)))))
                .isEqualTo(Verdict.VALID);
        assertThat(check.verify(value, List.of(base64(meter.getPublic().getEncoded()))))
                .isEqualTo(Verdict.VALID);
        SignedMeterValue changed = ocmf(PAYLOAD.replace("1234", "1233"), signature, null);
        assertThat(check.verify(changed, List.of(marked(meter)))).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aKeyThatComesAlongProvesLittle() throws GeneralSecurityException {
        KeyPair meter = key("secp256r1");
        KeyPair other = key("secp256r1");
        String signature = "{\"SE\":\"base64\",\"SD\":\"" + base64(sign(meter, PAYLOAD)) + "\"}";
        SignedMeterValue enclosed = ocmf(PAYLOAD, signature, marked(meter));
        assertThat(check.verify(enclosed, List.of())).isEqualTo(Verdict.CONSISTENT);
        assertThat(check.verify(enclosed, List.of(marked(other)))).isEqualTo(Verdict.INVALID);
        assertThat(check.verify(enclosed, List.of(marked(other), marked(meter))))
                .isEqualTo(Verdict.VALID);
        assertThat(check.verify(ocmf(PAYLOAD, signature, null), List.of()))
                .isEqualTo(Verdict.NO_KEY);
        assertThat(check.verify(ocmf(PAYLOAD, signature, "nonsense"), List.of("oca:x:y:z", "zz")))
                .isEqualTo(Verdict.NO_KEY);
    }

    /** A34, A36. */
    @Test
    void whatCannotBeReadIsSaidToBeSo() {
        List<String> none = List.of();
        for (String data : new String[] {"", "OCMF|", "OCMF|{}", "OCMF|{}|no json", "XML"}) {
            var value =
                    new SignedMeterValue(base64(data.getBytes(UTF_8)), null, "OCMF", null, null);
            assertThat(check.verify(value, none)).as(data).isEqualTo(Verdict.UNREADABLE);
        }
        assertThat(check.verify(ocmf("{}", "{\"SD\":\"zz\"}", null), none))
                .isEqualTo(Verdict.UNREADABLE);
        assertThat(check.verify(ocmf("{}", "{\"SA\":\"RSA\",\"SD\":\"00\"}", null), none))
                .isEqualTo(Verdict.UNKNOWN_METHOD);
        assertThat(check.verify(new SignedMeterValue("AA==", null, "EDL", null, null), none))
                .isEqualTo(Verdict.UNKNOWN_METHOD);
    }
}
