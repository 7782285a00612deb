/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.test.Requirement;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of signing requests is believed (A38). */
final class CsrTest {

    @Test
    @Requirement({"A02.FR.11", "A00.FR.502", "A00.FR.503"})
    void readsRequestsWithStrongKeysOfEitherKind() throws InvalidRequest {
        Csr elliptic = Csr.parse(TestAuthority.csr("CS-1"));
        assertThat(elliptic.commonName()).contains("CS-1");
        assertThat(elliptic.organization()).contains("Ohmnibus");
        Csr.parse(TestAuthority.csr("CN=CS-1", TestAuthority.rsaKeys(2048), "SHA256"));
        Csr.parse(TestAuthority.csr("CN=CS-1", TestAuthority.ellipticKeys("secp521r1"), "SHA512"));
    }

    @Test
    @Requirement("A00.FR.502")
    void refusesAWeakKey() {
        assertRefused(
                TestAuthority.csr("CN=CS-1", TestAuthority.rsaKeys(1024), "SHA256"), "WeakKey");
    }

    @Test
    @Requirement("A00.FR.504")
    void refusesAWeakHash() {
        assertRefused(
                TestAuthority.csr("CN=CS-1", TestAuthority.ellipticKeys("secp256r1"), "SHA1"),
                "WeakHash");
    }

    /** Somebody has a key of somebody else signed under a name. */
    @Test
    void refusesARequestThatItsKeyHasNotSigned() {
        KeyPair mine = TestAuthority.ellipticKeys("secp256r1");
        KeyPair theirs = TestAuthority.ellipticKeys("secp256r1");
        assertRefused(
                TestAuthority.csr(
                        "CN=CS-1", new KeyPair(theirs.getPublic(), mine.getPrivate()), "SHA256"),
                "InvalidSignature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n",
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"
            })
    void refusesWhatIsNoRequest(String text) {
        assertRefused(text, "InvalidCSR");
    }

    @Test
    void refusesEveryRequestThatWasCutOrChangedOnTheWay() {
        String pem = TestAuthority.csr("CS-1");
        byte[] der =
                Base64.getMimeDecoder()
                        .decode(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
        for (int i = 0; i < der.length; i++) {
            byte[] broken = der.clone();
            broken[i] ^= (byte) 0x55;
            String text =
                    "-----BEGIN CERTIFICATE REQUEST-----\n"
                            + Base64.getMimeEncoder().encodeToString(broken)
                            + "\n-----END CERTIFICATE REQUEST-----\n";
            assertThatThrownBy(() -> Csr.parse(text)).isInstanceOf(InvalidRequest.class);
        }
    }

    @Test
    void hasNoNameWhenThereAreTwo() throws InvalidRequest {
        KeyPair keys = TestAuthority.ellipticKeys("secp256r1");
        assertThat(Csr.parse(TestAuthority.csr("CN=CS-1,CN=CS-2", keys, "SHA256")).commonName())
                .isEmpty();
    }

    private static void assertRefused(String text, String reasonCode) {
        assertThatThrownBy(() -> Csr.parse(text))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        e -> assertThat(e.reasonCode()).isEqualTo(reasonCode));
    }
}
