/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.variable;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.Variable;
import java.util.List;
import java.util.Optional;

/** A variable of a controller of the station, named as the specification does. */
public record StationVariable(String component, String name) {

    /** A request that sets this variable alone. */
    public SetVariablesRequest setTo(String value) {
        return new SetVariablesRequest(
                List.of(
                        new SetVariableData(
                                null,
                                value,
                                new Component(null, component, null, null),
                                new Variable(name, null, null),
                                null)),
                null);
    }

    /** The value that the request sets, when it is about this variable. */
    public Optional<String> valueIn(SetVariablesRequest request) {
        return request.setVariableData().stream()
                .filter(data -> is(data.component(), data.variable()))
                .map(SetVariableData::attributeValue)
                .findFirst();
    }

    /** What the station says about this variable, if anything. */
    public Optional<SetVariableResult> resultIn(SetVariablesResponse response) {
        return response.setVariableResult().stream()
                .filter(result -> is(result.component(), result.variable()))
                .findFirst();
    }

    /** Whether it is this variable, in any spelling. */
    public boolean is(Component component, Variable variable) {
        return this.component.equalsIgnoreCase(component.name())
                && name.equalsIgnoreCase(variable.name());
    }
}
