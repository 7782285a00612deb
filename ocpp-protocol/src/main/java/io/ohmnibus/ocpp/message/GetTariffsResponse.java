/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.TariffAssignment;
import io.ohmnibus.ocpp.type.TariffGetStatusEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tariffs, each with the EVSEs or tokens it is for. */
@Since(OcppVersion.V2_1)
public record GetTariffsResponse(
        TariffGetStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Items @Nullable List<TariffAssignment> tariffAssignments,
        @Nullable CustomData customData)
        implements Response {

    public GetTariffsResponse {
        tariffAssignments = tariffAssignments == null ? null : List.copyOf(tariffAssignments);
    }
}
