/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Items;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The monitors of a variable. */
public record MonitoringData(
        Component component,
        Variable variable,
        @Items List<VariableMonitoring> variableMonitoring,
        @Nullable CustomData customData) {

    public MonitoringData {
        variableMonitoring = List.copyOf(variableMonitoring);
    }
}
