/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** An installed ramp rate setting, with its id. */
@Since(OcppVersion.V2_1)
public record GradientGet(
        Gradient gradient, @Length(max = 36) String id, @Nullable CustomData customData) {}
