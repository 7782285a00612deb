/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import static io.ohmnibus.auth.profile.FakeStepEnds.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileResponse;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import io.ohmnibus.ocpp.type.OCPPInterfaceEnum;
import io.ohmnibus.ocpp.type.OCPPTransportEnum;
import io.ohmnibus.ocpp.type.OCPPVersionEnum;
import io.ohmnibus.ocpp.type.SetNetworkProfileStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SetNetworkProfileCommandTest {

    private static final SetNetworkProfileRequest REQUEST =
            new SetNetworkProfileRequest(
                    2,
                    new NetworkConnectionProfile(
                            null,
                            OCPPVersionEnum.OCPP20,
                            OCPPInterfaceEnum.WIRED0,
                            OCPPTransportEnum.JSON,
                            30,
                            "wss://csms.example",
                            2,
                            null,
                            null,
                            null,
                            null),
                    null);

    private final FakeStepEnds ends = new FakeStepEnds();
    private final SetNetworkProfileCommand command = new SetNetworkProfileCommand(ends);

    @Test
    @Requirement("B09.FR.01")
    void goesOnWhenTheStationAgreesAndSaysWhyItDoesNot() {
        complete(answered(SetNetworkProfileStatusEnum.ACCEPTED));
        complete(answered(SetNetworkProfileStatusEnum.REJECTED));
        complete(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
        complete(new Outcome.Offline<>());

        assertThat(ends.heard)
                .containsExactly(
                        new StepOutcome.Done(),
                        new StepOutcome.Failed("Rejected: Because, of this"),
                        new StepOutcome.Failed("The station did not answer in time"),
                        new StepOutcome.Failed("The station was not connected"));
    }

    private static Outcome<SetNetworkProfileResponse> answered(SetNetworkProfileStatusEnum status) {
        return new Outcome.Answered<>(
                new SetNetworkProfileResponse(
                        status, new StatusInfo("Because", "of this", null), null));
    }

    private void complete(Outcome<SetNetworkProfileResponse> outcome) {
        command.completed(STATION, REQUEST, outcome).block();
    }
}
