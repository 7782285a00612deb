/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** A value to be written to an attribute of a variable. */
public record SetVariableData(
        @Nullable AttributeEnum attributeType,
        @Length(max = 2500, max201 = 1000) String attributeValue,
        Component component,
        Variable variable,
        @Nullable CustomData customData) {}
