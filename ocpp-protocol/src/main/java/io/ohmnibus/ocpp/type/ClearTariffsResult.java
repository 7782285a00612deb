/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

@Since(OcppVersion.V2_1)
public record ClearTariffsResult(
        @Nullable StatusInfo statusInfo,
        @Length(max = 60) @Nullable String tariffId,
        TariffClearStatusEnum status,
        @Nullable CustomData customData) {}
