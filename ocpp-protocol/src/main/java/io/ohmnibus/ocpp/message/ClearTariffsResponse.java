/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.ClearTariffsResult;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each tariff that was to be removed. */
@Since(OcppVersion.V2_1)
public record ClearTariffsResponse(
        @Items List<ClearTariffsResult> clearTariffsResult, @Nullable CustomData customData)
        implements Response {

    public ClearTariffsResponse {
        clearTariffsResult = List.copyOf(clearTariffsResult);
    }
}
