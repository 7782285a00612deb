/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.CertificateHashData;
import io.ohmnibus.ocpp.type.HashAlgorithmEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class KeyStoreAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    @Requirement({"A00.FR.508", "A00.FR.509", "A00.FR.511", "A00.FR.512", "A00.FR.514"})
    void signsForConnectionsWhatTheSpecificationAsks() throws Exception {
        TestAuthority authority = TestAuthority.create(clock);
        X509Certificate signed = sign(authority, CertificateUse.CHARGING_STATION, "CN=CS-1,C=DE");

        signed.verify(authority.root().getPublicKey());
        assertThat(signed.getSubjectX500Principal().getName()).isEqualTo("CN=CS-1,O=Ohmnibus");
        assertThat(signed.getSerialNumber().bitLength()).isGreaterThan(64);
        assertThat(signed.getBasicConstraints()).isEqualTo(-1);
        assertThat(signed.getKeyUsage()[0]).isTrue();
        assertThat(signed.getKeyUsage()[5]).isFalse();
        assertThat(signed.getExtendedKeyUsage()).isNull();
        assertThat(signed.getSubjectAlternativeNames()).isNull();
    }

    @Test
    @Requirement("A02.FR.06")
    void signsCertificatesThatAreValidOnAStationWhoseClockIsLate() throws Exception {
        X509Certificate signed =
                sign(TestAuthority.create(clock), CertificateUse.CHARGING_STATION, "CN=CS-1");
        assertThat(signed.getNotBefore().toInstant()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(signed.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    }

    @Test
    @Requirement("A00.FR.513")
    void leavesTheSubjectToIso15118TowardsVehicles() throws Exception {
        X509Certificate signed =
                sign(TestAuthority.create(clock), CertificateUse.V2G, "CN=SECC-1,DC=CPO");
        assertThat(signed.getSubjectX500Principal().getName()).isEqualTo("CN=SECC-1,DC=CPO");
    }

    @Test
    @Requirement("A00.FR.505")
    void signsWithRsaPssWhereItsKeyIsRsa() throws Exception {
        TestAuthority authority = TestAuthority.create(TestAuthority.rsaKeys(2048), clock);
        X509Certificate signed = sign(authority, CertificateUse.CHARGING_STATION, "CN=CS-1");
        signed.verify(authority.root().getPublicKey());
        assertThat(signed.getSigAlgName()).isEqualTo("RSASSA-PSS");
    }

    @Test
    @Requirement("A02.FR.27")
    void knowsItsRootByItsHashes() {
        TestAuthority authority = TestAuthority.create(clock);
        CertificateAuthority own = authority.authorities().of(CertificateUse.V2G).orElseThrow();
        CertificateHashes hashes = CertificateHashes.of(authority.root(), HashAlgorithmEnum.SHA256);
        assertThat(own.leadsTo(named(hashes, "01234"))).isTrue();
        assertThat(own.leadsTo(named(hashes, "1235"))).isFalse();
    }

    private static CertificateHashData named(CertificateHashes hashes, String serialNumber) {
        return new CertificateHashData(
                HashAlgorithmEnum.SHA256,
                hashes.issuerNameHash(),
                hashes.issuerKeyHash(),
                serialNumber,
                null);
    }

    private static X509Certificate sign(TestAuthority authority, CertificateUse use, String subject)
            throws InvalidRequest, GeneralSecurityException {
        Csr csr =
                Csr.parse(
                        TestAuthority.csr(
                                subject, TestAuthority.ellipticKeys("secp256r1"), "SHA256"));
        List<X509Certificate> chain =
                authority
                        .authorities()
                        .of(use)
                        .orElseThrow()
                        .sign(
                                new SigningOrder(
                                        new StationKey("default", "CS-1"),
                                        use,
                                        csr,
                                        csr.commonName().orElseThrow()))
                        .block();
        return Objects.requireNonNull(chain).getFirst();
    }
}
