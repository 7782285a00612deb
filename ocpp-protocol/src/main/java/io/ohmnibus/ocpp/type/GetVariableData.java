/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

/** Names a variable, and which attribute of it, to be read. */
public record GetVariableData(
        @Nullable AttributeEnum attributeType,
        Component component,
        Variable variable,
        @Nullable CustomData customData) {}
