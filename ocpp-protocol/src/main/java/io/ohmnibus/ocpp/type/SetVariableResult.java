/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

/** Whether a value was taken. */
public record SetVariableResult(
        @Nullable AttributeEnum attributeType,
        SetVariableStatusEnum attributeStatus,
        @Nullable StatusInfo attributeStatusInfo,
        Component component,
        Variable variable,
        @Nullable CustomData customData) {}
