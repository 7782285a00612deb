/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.authority.TestAuthority;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.CertificateSignedStatusEnum;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Certificates are renewed before they end, on a real table. */
@EmbeddedTest
final class TriggerMessageCommandTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** The authority of the test signs for 365 days, and 30 days before the end is asked. */
    private static final Duration IN_TIME = Duration.ofDays(336);

    private final CertificatesUnderTest all;

    TriggerMessageCommandTest(TestDatabase database) {
        this.all = new CertificatesUnderTest(database);
    }

    @Test
    @Requirement({"A02.FR.01", "A00.FR.429"})
    void asksForANewRequestBeforeTheCertificateEnds() {
        install();
        assertThat(all.renewals(Duration.ofDays(334))).isZero();
        assertThat(all.renewals(IN_TIME)).isEqualTo(1);
        assertThat(all.commands.last(TriggerMessageRequest.class))
                .isEqualTo(
                        new TriggerMessageRequest(
                                null,
                                MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE,
                                null,
                                null));
        all.renewal(answered(TriggerMessageStatusEnum.ACCEPTED));
        assertThat(all.rows().getFirst())
                .satisfies(row -> {
                    assertThat(row.renewalAskedAt())
                            .isEqualTo(CertificatesUnderTest.NOW.plus(IN_TIME));
                    assertThat(row.renewalFailure()).isNull();
                });
    }

    @Test // pain 30
    void asksAgainADayLaterUntilThereIsANewOne() {
        install();
        all.renewals(IN_TIME);
        assertThat(all.renewals(IN_TIME.plusHours(23))).isZero();
        assertThat(all.renewals(IN_TIME.plusHours(25))).isEqualTo(1);
        request();
        assertThat(all.renewals(IN_TIME.plusDays(3))).isZero();
    }

    @Test
    void asksNobodyWhoseCertificateEndedLongAgo() {
        install();
        assertThat(all.renewals(Duration.ofDays(380))).isEqualTo(1);
        assertThat(all.renewals(Duration.ofDays(400))).isZero();
    }

    @Test
    void tellsWhyAStationMakesNoNewRequest() {
        install();
        all.renewals(IN_TIME);
        all.renewal(answered(TriggerMessageStatusEnum.NOT_IMPLEMENTED));
        assertThat(all.rows().getFirst().renewalFailure()).isEqualTo("NotImplemented: NoKey");
        all.renewal(
                new Outcome.Refused<>(new OcppError(OcppErrorCode.NOT_SUPPORTED, "no such thing")));
        assertThat(all.rows().getFirst().renewalFailure()).isEqualTo("NotSupported: no such thing");
        all.renewal(new Outcome.TimedOut<>(SOON));
        assertThat(all.rows().getFirst().renewalFailure()).contains("did not answer");
        all.renewal(new Outcome.Offline<>());
        assertThat(all.rows().getFirst().renewalFailure()).contains("was not connected");
        assertThat(
                        all.meters
                                .find("ohmnibus.certificates.renewals")
                                .tag("outcome", "offline")
                                .counter())
                .isNotNull();
    }

    private void request() {
        all.ask(
                TestAuthority.csr(all.station.stationId()),
                CHARGING_STATION_CERTIFICATE,
                all.rows().size() + 1);
    }

    private void install() {
        request();
        assertThat(all.round(SOON)).isEqualTo(1);
        all.answer(CertificateSignedStatusEnum.ACCEPTED);
    }

    private static Outcome<TriggerMessageResponse> answered(TriggerMessageStatusEnum status) {
        StatusInfo info =
                status == TriggerMessageStatusEnum.ACCEPTED
                        ? null
                        : new StatusInfo("NoKey", null, null);
        return new Outcome.Answered<>(new TriggerMessageResponse(status, info, null));
    }
}
