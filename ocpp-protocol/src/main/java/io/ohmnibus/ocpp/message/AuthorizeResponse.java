/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.AuthorizeCertificateStatusEnum;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.EnergyTransferModeEnum;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.Tariff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the CSMS knows about the token, with the result for its certificate and the driver's tariff
 * where they apply.
 */
public record AuthorizeResponse(
        IdTokenInfo idTokenInfo,
        @Nullable AuthorizeCertificateStatusEnum certificateStatus,
        @Since(OcppVersion.V2_1) @Items
                @Nullable List<EnergyTransferModeEnum> allowedEnergyTransfer,
        @Since(OcppVersion.V2_1) @Nullable Tariff tariff,
        @Nullable CustomData customData)
        implements Response {

    public AuthorizeResponse {
        allowedEnergyTransfer =
                allowedEnergyTransfer == null ? null : List.copyOf(allowedEnergyTransfer);
    }
}
