/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** An installed reactive power setting, with its id and whether it is in force. */
@Since(OcppVersion.V2_1)
public record FixedVarGet(
        FixedVar fixedVar,
        @Length(max = 36) String id,
        boolean isDefault,
        boolean isSuperseded,
        @Nullable CustomData customData) {}
