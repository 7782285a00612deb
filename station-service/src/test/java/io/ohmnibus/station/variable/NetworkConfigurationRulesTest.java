/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NetworkConfigurationRulesTest {

    private final FakeDeviceModel model = new FakeDeviceModel();
    private final NetworkConfigurationRules rules = new NetworkConfigurationRules(model);

    private void check(String slot, String... variables) {
        rules.check(
                        KEY,
                        new SetVariablesRequest(
                                Stream.of(variables).map(name -> data(slot, name)).toList(), null))
                .block();
    }

    private static SetVariableData data(String slot, String variable) {
        return new SetVariableData(
                null,
                "value",
                new Component(null, "NetworkConfiguration", slot, null),
                new Variable(variable, null, null),
                null);
    }

    private void refuses(String requirement, String slot, String... variables) {
        assertThatThrownBy(() -> check(slot, variables))
                .isInstanceOf(RuleViolation.class)
                .extracting(e -> ((RuleViolation) e).requirement())
                .isEqualTo(requirement);
    }

    @Test
    @Requirement("B09.FR.21")
    void aSlotInUseIsNotTouched() {
        model.with(
                VariableId.ofController("OCPPCommCtrlr", "NetworkConfigurationPriority", null),
                "1, 2");
        refuses("B09.FR.21", "2", "MessageTimeout");
        assertThatCode(() -> check("3", "MessageTimeout")).doesNotThrowAnyException();
    }

    @Test
    @Requirement({"B09.FR.29", "B09.FR.30"})
    void itIsSaidWhetherApnAndVpnBelongToTheWay() {
        refuses("B09.FR.29", "1", "Apn");
        refuses("B09.FR.29", "1", "SimPin");
        refuses("B09.FR.29", "1", "VpnServer");
        refuses("B09.FR.30", "1", "OcppCsmsUrl", "ApnEnabled");
        assertThatCode(() -> check("1", "OcppCsmsUrl", "ApnEnabled", "VpnEnabled"))
                .doesNotThrowAnyException();
        knows("ApnEnabled", "False");
        knows("VpnEnabled", "false");
        assertThatCode(() -> check("1", "OcppCsmsUrl")).doesNotThrowAnyException();
        refuses("B09.FR.29", "1", "OcppCsmsUrl", "Apn");
    }

    private void knows(String variable, String value) {
        model.with(new VariableId("NetworkConfiguration", "1", null, null, variable, null), value);
    }
}
