/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import org.jspecify.annotations.Nullable;

/** A variable of a component, or all variables of it. */
public record ComponentVariable(
        Component component, @Nullable Variable variable, @Nullable CustomData customData) {}
