/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vehicle needs and can do, by ISO 15118. */
public record ChargingNeeds(
        @Nullable ACChargingParameters acChargingParameters,
        @Since(OcppVersion.V2_1) @Nullable DERChargingParameters derChargingParameters,
        @Since(OcppVersion.V2_1) @Nullable EVEnergyOffer evEnergyOffer,
        EnergyTransferModeEnum requestedEnergyTransfer,
        @Nullable DCChargingParameters dcChargingParameters,
        @Since(OcppVersion.V2_1) @Nullable V2XChargingParameters v2xChargingParameters,
        @Since(OcppVersion.V2_1) @Items
                @Nullable List<EnergyTransferModeEnum> availableEnergyTransfer,
        @Since(OcppVersion.V2_1) @Nullable ControlModeEnum controlMode,
        @Since(OcppVersion.V2_1) @Nullable MobilityNeedsModeEnum mobilityNeedsMode,
        @Nullable Instant departureTime,
        @Nullable CustomData customData) {

    public ChargingNeeds {
        availableEnergyTransfer =
                availableEnergyTransfer == null ? null : List.copyOf(availableEnergyTransfer);
    }
}
