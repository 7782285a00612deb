/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.devicemodel.SetResult;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SetVariablesCommandTest {

    private final FakeDeviceModel model = new FakeDeviceModel();
    private final SetVariablesCommand command =
            new SetVariablesCommand(
                    model, new MessageLimits(model), new NetworkConfigurationRules(model), CLOCK);

    private static SetVariableData data(String variable, @Nullable AttributeEnum type) {
        return new SetVariableData(
                type,
                "value of " + variable,
                component(),
                new Variable(variable, null, null),
                null);
    }

    private static SetVariableResult result(String variable, SetVariableStatusEnum status) {
        return new SetVariableResult(
                AttributeEnum.ACTUAL,
                status,
                null,
                component(),
                new Variable(variable, null, null),
                null);
    }

    private static Component component() {
        return new Component(null, "OCPPCommCtrlr", null, null);
    }

    private static SetVariablesRequest request(SetVariableData... data) {
        return new SetVariablesRequest(List.of(data), null);
    }

    private void refused(SetVariablesRequest request, String requirement) {
        assertThatThrownBy(() -> command.prepare(KEY, request).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo(requirement));
    }

    @Test
    @Requirement("B05.FR.13")
    void refusesAnAttributeTwiceWhereOmittedMeansActual() {
        refused(request(data("A", null), data("a", AttributeEnum.ACTUAL)), "B05.FR.13");
        assertThat(
                        command.prepare(
                                        KEY,
                                        request(data("A", null), data("A", AttributeEnum.TARGET)))
                                .block())
                .isNotNull();
    }

    @Test
    @Requirement("A01.FR.03")
    void refusesAPasswordThatTheGatewaysWouldNotKnow() {
        refused(request(data("basicAuthPassword", null)), "A01.FR.03");
    }

    @Test
    @Requirement("B05.FR.11")
    void refusesMoreItemsThanTheStationTakes() {
        model.with(
                VariableId.ofController("DeviceDataCtrlr", "ItemsPerMessage", "SetVariables"), "1");
        refused(request(data("A", null), data("B", null)), "B05.FR.11");
    }

    @Test
    @Requirement({"B05.FR.02", "B05.FR.10"})
    void remembersResultsInWhateverOrderTheyCome() {
        command.completed(
                        KEY,
                        request(data("A", null), data("B", null), data("BasicAuthPassword", null)),
                        new Outcome.Answered<>(
                                new SetVariablesResponse(
                                        List.of(
                                                result("b", SetVariableStatusEnum.REJECTED),
                                                result("A", SetVariableStatusEnum.ACCEPTED),
                                                result("Other", SetVariableStatusEnum.ACCEPTED),
                                                result(
                                                        "BasicAuthPassword",
                                                        SetVariableStatusEnum.ACCEPTED)),
                                        null)))
                .block();
        assertThat(model.results)
                .extracting(SetResult::value)
                .containsExactly("value of B", "value of A", null);
    }
}
