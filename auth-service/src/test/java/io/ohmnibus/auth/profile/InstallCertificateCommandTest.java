/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import static io.ohmnibus.auth.profile.FakeStepEnds.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.InstallCertificateResponse;
import io.ohmnibus.ocpp.type.InstallCertificateStatusEnum;
import io.ohmnibus.ocpp.type.InstallCertificateUseEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InstallCertificateCommandTest {

    private static final InstallCertificateRequest REQUEST =
            new InstallCertificateRequest(
                    InstallCertificateUseEnum.CSMS_ROOT_CERTIFICATE, "PEM", null);

    private final FakeStepEnds ends = new FakeStepEnds();
    private final InstallCertificateCommand command = new InstallCertificateCommand(ends);

    @Test
    @Requirement("A05.FR.02")
    void goesOnWhenTheStationAgreesAndSaysWhyItDoesNot() {
        complete(answered(InstallCertificateStatusEnum.ACCEPTED));
        complete(answered(InstallCertificateStatusEnum.FAILED));
        complete(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
        complete(new Outcome.Offline<>());

        assertThat(ends.heard)
                .containsExactly(
                        new StepOutcome.Done(),
                        new StepOutcome.Failed("Failed: Because, of this"),
                        new StepOutcome.Failed("The station did not answer in time"),
                        new StepOutcome.Failed("The station was not connected"));
    }

    private static Outcome<InstallCertificateResponse> answered(
            InstallCertificateStatusEnum status) {
        return new Outcome.Answered<>(
                new InstallCertificateResponse(
                        status, new StatusInfo("Because", "of this", null), null));
    }

    private void complete(Outcome<InstallCertificateResponse> outcome) {
        command.completed(STATION, REQUEST, outcome).block();
    }
}
