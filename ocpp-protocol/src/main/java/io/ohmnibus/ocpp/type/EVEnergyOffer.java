/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/** The power that a vehicle offers to discharge, and at which prices. */
@Since(OcppVersion.V2_1)
public record EVEnergyOffer(
        @Nullable EVAbsolutePriceSchedule evAbsolutePriceSchedule,
        EVPowerSchedule evPowerSchedule,
        @Nullable CustomData customData) {}
