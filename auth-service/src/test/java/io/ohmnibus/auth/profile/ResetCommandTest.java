/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import static io.ohmnibus.auth.profile.FakeStepEnds.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ResetCommandTest {

    private static final ResetRequest REQUEST = new ResetRequest(ResetEnum.ON_IDLE, null, null);

    private final FakeStepEnds ends = new FakeStepEnds();
    private final ResetCommand command = new ResetCommand(ends);

    @Test
    @Requirement("A05.FR.05")
    void goesOnWhenTheStationAgreesAndSaysWhyItDoesNot() {
        complete(answered(ResetStatusEnum.SCHEDULED));
        complete(answered(ResetStatusEnum.REJECTED));
        complete(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
        complete(new Outcome.Offline<>());

        assertThat(ends.heard)
                .containsExactly(
                        new StepOutcome.Done(),
                        new StepOutcome.Failed("Rejected: Because, of this"),
                        new StepOutcome.Failed("The station did not answer in time"),
                        new StepOutcome.Failed("The station was not connected"));
    }

    private static Outcome<ResetResponse> answered(ResetStatusEnum status) {
        return new Outcome.Answered<>(
                new ResetResponse(status, new StatusInfo("Because", "of this", null), null));
    }

    private void complete(Outcome<ResetResponse> outcome) {
        command.completed(STATION, REQUEST, outcome).block();
    }
}
