/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Items;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variable of the device model with its values and what is known about it. */
public record ReportData(
        Component component,
        Variable variable,
        @Items(max = 4) List<VariableAttribute> variableAttribute,
        @Nullable VariableCharacteristics variableCharacteristics,
        @Nullable CustomData customData) {

    public ReportData {
        variableAttribute = List.copyOf(variableAttribute);
    }
}
