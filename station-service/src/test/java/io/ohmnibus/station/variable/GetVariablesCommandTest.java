/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GetVariableData;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class GetVariablesCommandTest {

    private static final Component COMPONENT = new Component(null, "ClockCtrlr", null, null);

    private final FakeDeviceModel model = new FakeDeviceModel();
    private final GetVariablesCommand command =
            new GetVariablesCommand(model, new MessageLimits(model), CLOCK);

    private static GetVariableData data(String variable) {
        return new GetVariableData(null, COMPONENT, new Variable(variable, null, null), null);
    }

    private static GetVariableResult result(
            String variable, GetVariableStatusEnum status, @Nullable String value) {
        return new GetVariableResult(
                status, null, null, value, COMPONENT, new Variable(variable, null, null), null);
    }

    @Test
    @Requirement("B06.FR.05")
    void refusesMoreItemsThanTheStationTakes() {
        GetVariablesRequest two = new GetVariablesRequest(List.of(data("A"), data("B")), null);
        assertThat(command.prepare(KEY, two).block()).isEqualTo(two);
        model.with(
                VariableId.ofController("DeviceDataCtrlr", "ItemsPerMessage", "GetVariables"), "1");
        assertThatThrownBy(() -> command.prepare(KEY, two).block())
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    @Requirement({"B06.FR.09", "B06.FR.10"})
    void learnsOnlyWhatWasAccepted() {
        command.completed(
                        KEY,
                        new GetVariablesRequest(List.of(data("A"), data("B")), null),
                        new Outcome.Answered<>(
                                new GetVariablesResponse(
                                        List.of(
                                                result("A", GetVariableStatusEnum.ACCEPTED, "1"),
                                                result("B", GetVariableStatusEnum.REJECTED, null)),
                                        null)))
                .block();
        assertThat(model.values.values()).containsExactly("1");
    }
}
