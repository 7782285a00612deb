/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** What became of a tariff that was to be removed. */
@Since(OcppVersion.V2_1)
public record ClearTariffsResult(
        @Nullable StatusInfo statusInfo,
        @Length(max = 60) @Nullable String tariffId,
        TariffClearStatusEnum status,
        @Nullable CustomData customData) {}
