/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import static io.ohmnibus.auth.profile.FakeStepEnds.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.variable.StationVariable;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class GetVariablesCommandTest {

    private final FakeStepEnds ends = new FakeStepEnds();

    @Test
    @Requirement({"A05.FR.08", "A05.FR.10"})
    void tellsTheOrderAndWhetherTheStationAllowsToLowerItsProfile() {
        complete(result(StepCommands.PRIORITY, "1,0"), result(StepCommands.DOWNGRADE, "true"));
        complete(result(StepCommands.DOWNGRADE, null), result(StepCommands.PRIORITY, "1"));
        complete(result(StepCommands.PRIORITY, null));
        assertThat(ends.heard)
                .containsExactly(
                        new StepOutcome.Network("1,0", true),
                        new StepOutcome.Network("1", false),
                        new StepOutcome.Failed(
                                "The station does not tell its NetworkConfigurationPriority"));
    }

    private static GetVariableResult result(StationVariable variable, @Nullable String value) {
        return new GetVariableResult(
                value == null
                        ? GetVariableStatusEnum.UNKNOWN_VARIABLE
                        : GetVariableStatusEnum.ACCEPTED,
                null,
                null,
                value,
                new Component(null, variable.component(), null, null),
                new Variable(variable.name(), null, null),
                null);
    }

    private void complete(GetVariableResult... results) {
        new GetVariablesCommand(ends)
                .completed(
                        STATION,
                        new GetVariablesRequest(List.of(), null),
                        new Outcome.Answered<>(new GetVariablesResponse(List.of(results), null)))
                .block();
    }
}
