/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.auth.authority.Certificates;
import io.ohmnibus.auth.authority.TestAuthority;
import io.ohmnibus.auth.certificate.StationCertificate.Status;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.type.CertificateSignedStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an accepted request to a certificate that a station connects with, on a real table. */
@EmbeddedTest
final class CertificateSignedCommandTest {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofHours(1);

    private final CertificatesUnderTest all;

    CertificateSignedCommandTest(TestDatabase database) {
        this.all = new CertificatesUnderTest(database);
    }

    @Test
    @Requirement({"A02.FR.14", "A02.FR.25", "A03.FR.21"})
    void deliversWhatWasSignedWithTheIdAndTypeOfTheRequest() {
        String number = issue(42);

        assertThat(all.delivered().requestId()).isEqualTo(42);
        assertThat(all.delivered().certificateType()).isEqualTo(CHARGING_STATION_CERTIFICATE);
        assertThat(all.row(number).status()).isEqualTo(Status.ISSUED);
        assertThat(all.valid()).containsExactly(number);
        assertThat(all.round(SOON)).isZero();

        all.answer(CertificateSignedStatusEnum.ACCEPTED);
        assertThat(all.row(number).status()).isEqualTo(Status.INSTALLED);
        assertThat(all.valid()).containsExactly(number);
    }

    @Test
    @Requirement({"A02.FR.07", "A03.FR.07"})
    void takesACertificateThatTheStationRejectsOutOfForce() {
        String number = issue(1);
        all.answer(CertificateSignedStatusEnum.REJECTED);
        assertThat(all.row(number).status()).isEqualTo(Status.REJECTED);
        assertThat(all.valid()).isEmpty();
    }

    @Test
    void deliversAgainUntilTheStationAnswers() {
        String number = issue(1);
        all.end(new Outcome.TimedOut<>(Duration.ofDays(1)));
        assertThat(all.row(number).status()).isEqualTo(Status.ISSUED);
        CertificateSignedRequest first = all.delivered();
        assertThat(all.round(LATER)).isEqualTo(1);
        assertThat(all.commands.sent()).hasSize(2);
        assertThat(all.delivered()).isEqualTo(first);

        all.answer(CertificateSignedStatusEnum.ACCEPTED);
        assertThat(all.row(number).status()).isEqualTo(Status.INSTALLED);
    }

    /** The first delivery arrived though its answer was lost; the second is for no open request. */
    @Test
    @Requirement("A02.FR.26")
    void doesNotLockOutAStationThatRejectsASecondDelivery() {
        String number = issue(1);
        all.end(new Outcome.Offline<>());
        all.round(LATER);
        all.answer(CertificateSignedStatusEnum.REJECTED);
        assertThat(all.valid()).containsExactly(number);

        connect(number);
        assertThat(all.row(number).status()).isEqualTo(Status.INSTALLED);
    }

    @Test
    void givesUpAStationThatNeverAnswers() {
        String number = issue(1);
        for (int i = 0; i < 6; i++) {
            all.end(new Outcome.TimedOut<>(Duration.ofDays(1)));
            all.round(LATER);
        }
        assertThat(all.row(number).status()).isEqualTo(Status.FAILED);
        assertThat(all.round(Duration.ofDays(30))).isZero();
    }

    @Test
    @Requirement({"A02.FR.10", "A02.FR.28"})
    void keepsTheOldCertificateValidUntilTheStationConnectsWithTheNewOne() {
        String old = issue(1);
        all.answer(CertificateSignedStatusEnum.ACCEPTED);
        connect(old);
        String renewed = issue(2);
        all.answer(CertificateSignedStatusEnum.ACCEPTED);
        assertThat(all.valid()).containsExactlyInAnyOrder(old, renewed);
        connect(old); // it could not connect with the new one
        assertThat(all.valid()).containsExactlyInAnyOrder(old, renewed);

        connect(renewed);
        assertThat(all.valid()).containsExactly(renewed);
        assertThat(all.row(old).status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    @Requirement("A00.FR.805")
    void keepsTheCertificateOfTheManufacturerValidUntilOursIsUsed() {
        connect("abc");
        assertThat(all.credentials.credentials().find(all.station).block())
                .isNotNull()
                .satisfies(c -> assertThat(c.certificates()).isNull());
        String ours = issue(1);
        assertThat(all.valid()).containsExactlyInAnyOrder("abc", ours);
        connect(ours);
        assertThat(all.valid()).containsExactly(ours);
    }

    @Test
    @Requirement("A00.FR.704")
    void revokesTheLastCertificateAndThenNoneIsValid() {
        String number = issue(1);
        all.answer(CertificateSignedStatusEnum.ACCEPTED);
        all.orders.revoke(all.station, number, "by anna: stolen").block();

        assertThat(all.valid()).isEmpty();
        assertThat(all.credentials.published(all.station).revokedCertificates())
                .containsExactly(number);
        connect(number); // made before the gateway heard of it
        assertThat(all.row(number).status()).isEqualTo(Status.REVOKED);
    }

    @Test
    @Requirement("A00.FR.803")
    void takesCertificatesOfOthersByHand() {
        String pem = Certificates.text(List.of(all.authority.root()));
        assertThat(all.orders.add(all.station, pem).block()).isEqualTo("1234");
        assertThat(all.valid()).containsExactly("1234");
        assertThatThrownBy(() -> all.orders.add(all.station, "nonsense").block())
                .isInstanceOf(Problem.class);
    }

    @Test
    @Requirement("A00.FR.405")
    void refusesToDeliverWhatWasNotSignedForTheStation() {
        CertificateSignedRequest foreign =
                new CertificateSignedRequest(
                        Certificates.text(List.of(all.authority.root())), null, null, null);
        assertThatThrownBy(() -> all.prepare(foreign).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        e -> assertThat(e.requirement()).isEqualTo("A00.FR.405"));
        assertThatThrownBy(() ->
                        all.prepare(new CertificateSignedRequest("nonsense", null, null, null))
                                .block())
                .isInstanceOf(RuleViolation.class);
    }

    private String issue(int requestId) {
        all.ask(
                TestAuthority.csr(all.station.stationId()),
                CHARGING_STATION_CERTIFICATE,
                requestId);
        assertThat(all.round(SOON)).isEqualTo(1);
        return Certificates.serialNumber(
                Certificates.parse(all.delivered().certificateChain()).getFirst());
    }

    private void connect(String number) {
        all.used
                .connected(
                        all.station,
                        StationAuthentication.certificate(
                                "S1", number, CertificatesUnderTest.NOW.plus(Duration.ofDays(100))),
                        CertificatesUnderTest.NOW)
                .block();
    }
}
