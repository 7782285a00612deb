/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.EnergyTransferModeEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a station which ways of energy transfer a transaction may use (Q02). */
@Since(OcppVersion.V2_1)
public record NotifyAllowedEnergyTransferRequest(
        @Length(max = 36) String transactionId,
        @Items List<EnergyTransferModeEnum> allowedEnergyTransfer,
        @Nullable CustomData customData)
        implements Request<NotifyAllowedEnergyTransferResponse> {

    public NotifyAllowedEnergyTransferRequest {
        allowedEnergyTransfer = List.copyOf(allowedEnergyTransfer);
    }
}
