/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.V2G20_CERTIFICATE;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.V2G_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.authority.TestAuthority;
import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.message.SignCertificateResponse;
import io.ohmnibus.ocpp.type.CertificateHashData;
import io.ohmnibus.ocpp.type.GenericStatusEnum;
import io.ohmnibus.ocpp.type.HashAlgorithmEnum;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.TestDatabase;
import java.security.KeyPair;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which signing requests are taken (A38, pain 28), on a real table. */
@EmbeddedTest
final class SignCertificateHandlerTest {

    private final CertificatesUnderTest all;

    SignCertificateHandlerTest(TestDatabase database) {
        this.all = new CertificatesUnderTest(database, "SECC-1", "SECC-2");
    }

    @Test
    @Requirement("A02.FR.11")
    void takesARequestForTheNameOfTheStation() {
        accepted(all.ask(csr(), CHARGING_STATION_CERTIFICATE, 7));
        assertThat(all.rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.status()).isEqualTo(Status.REQUESTED);
                    assertThat(row.requestId()).isEqualTo(7);
                });
    }

    @Test
    @Requirement({"A02.FR.12", "A00.FR.405"})
    void refusesTheNameOfAnotherStation() {
        rejected(all.ask(TestAuthority.csr("CS-of-others"), null, null), "InvalidCSR");
        assertThat(all.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.status()).isEqualTo(Status.REFUSED));
    }

    @Test
    @Requirement("A00.FR.511")
    void takesTheSerialNumberWhereThatIsTheName() {
        all.credentials
                .credentials()
                .change(all.station, (c, now) -> c.certificateName("SN-4711", now))
                .block();
        rejected(all.ask(csr(), null, null), "InvalidCSR");
        accepted(all.ask(TestAuthority.csr("SN-4711"), null, null));
    }

    @Test
    @Requirement({"A00.FR.404", "A00.FR.509"})
    void refusesAnotherOrganization() {
        KeyPair keys = TestAuthority.ellipticKeys("secp256r1");
        String subject = "CN=" + all.station.stationId() + ",O=Somebody";
        rejected(all.ask(TestAuthority.csr(subject, keys, "SHA256"), null, null), "InvalidCSR");
    }

    @Test
    @Requirement("A00.FR.502")
    void refusesWeakKeysAndWhatIsNoRequest() {
        String subject = "CN=" + all.station.stationId();
        rejected(
                all.ask(
                        TestAuthority.csr(subject, TestAuthority.rsaKeys(1024), "SHA256"),
                        null,
                        null),
                "WeakKey");
        rejected(all.ask("x".repeat(5500), null, null), "InvalidCSR");
    }

    @Test
    @Requirement({"A02.FR.22", "A02.FR.23"})
    void takesTheNamesOfTheSeccsTowardsVehiclesAndNoOthers() {
        accepted(all.ask(TestAuthority.csr("SECC-1"), V2G_CERTIFICATE, 1));
        accepted(all.ask(TestAuthority.csr("SECC-2"), V2G_CERTIFICATE, 2));
        rejected(all.ask(csr(), V2G_CERTIFICATE, 3), "InvalidCSR");
        rejected(all.ask(TestAuthority.csr("SECC-1"), V2G20_CERTIFICATE, 4), "UnsupportedRequest");
    }

    @Test
    @Requirement("A02.FR.27")
    void refusesARootThatTheAuthorityDoesNotHave() {
        CertificateHashData other =
                new CertificateHashData(HashAlgorithmEnum.SHA256, "aa", "bb", "1", null);
        rejected(
                all.ask(
                        new SignCertificateRequest(
                                TestAuthority.csr("SECC-1"), V2G_CERTIFICATE, other, 1, null)),
                "NoCertificate");
    }

    @Test
    @Requirement({"A02.FR.17", "A03.FR.17"})
    void takesARepeatedRequestOnce() {
        String csr = csr();
        accepted(all.ask(csr, null, 1));
        accepted(all.ask(csr, null, 2));
        assertThat(all.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.requestId()).isEqualTo(2));
    }

    @Test
    @Requirement("A02.FR.17")
    void forgetsTheOlderKeyWhenAStationAsksWithANewOne() {
        accepted(all.ask(csr(), null, 1));
        accepted(all.ask(csr(), null, 2));
        assertThat(all.rows())
                .extracting(StationCertificate::status)
                .containsExactlyInAnyOrder(Status.REQUESTED, Status.SUPERSEDED);
    }

    /** A38: neither the table nor the authority is flooded. */
    @Test
    void refusesWhatIsTooMuchForADay() {
        for (int i = 0; i < all.authority.properties().requestsPerDay(); i++) {
            rejected(all.ask("nonsense " + i, null, null), "InvalidCSR");
        }
        rejected(all.ask(csr(), null, null), "TooManyRequests");
        assertThat(all.rows()).hasSize(all.authority.properties().requestsPerDay());
    }

    private String csr() {
        return TestAuthority.csr(all.station.stationId());
    }

    private static void accepted(SignCertificateResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(GenericStatusEnum.ACCEPTED);
    }

    private static void rejected(SignCertificateResponse answer, String reasonCode) {
        assertThat(answer.status()).isEqualTo(GenericStatusEnum.REJECTED);
        assertThat(Objects.requireNonNull(answer.statusInfo()).reasonCode()).isEqualTo(reasonCode);
    }
}
