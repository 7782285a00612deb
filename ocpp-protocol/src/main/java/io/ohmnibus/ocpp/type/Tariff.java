/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver pays: for energy, time, idling, reservation and once per transaction, between a
 * minimum and a maximum.
 */
@Since(OcppVersion.V2_1)
public record Tariff(
        @Length(max = 60) String tariffId,
        @Items(max = 10) @Nullable List<MessageContent> description,
        @Length(max = 3) String currency,
        @Nullable TariffEnergy energy,
        @Nullable Instant validFrom,
        @Nullable TariffTime chargingTime,
        @Nullable TariffTime idleTime,
        @Nullable TariffFixed fixedFee,
        @Nullable TariffTime reservationTime,
        @Nullable TariffFixed reservationFixed,
        @Nullable Price minCost,
        @Nullable Price maxCost,
        @Nullable CustomData customData) {

    public Tariff {
        description = description == null ? null : List.copyOf(description);
    }
}
