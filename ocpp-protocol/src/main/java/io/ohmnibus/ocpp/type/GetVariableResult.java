/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** The value of a variable, or why there is none. */
public record GetVariableResult(
        GetVariableStatusEnum attributeStatus,
        @Nullable StatusInfo attributeStatusInfo,
        @Nullable AttributeEnum attributeType,
        @Length(max = 2500) @Nullable String attributeValue,
        Component component,
        Variable variable,
        @Nullable CustomData customData) {}
