/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes tariffs from a station, all of them where none is named (I10). */
@Since(OcppVersion.V2_1)
public record ClearTariffsRequest(
        @Items @Length(max = 60) @Nullable List<String> tariffIds,
        @Range(min = 0) @Nullable Integer evseId,
        @Nullable CustomData customData)
        implements Request<ClearTariffsResponse> {

    public ClearTariffsRequest {
        tariffIds = tariffIds == null ? null : List.copyOf(tariffIds);
    }
}
