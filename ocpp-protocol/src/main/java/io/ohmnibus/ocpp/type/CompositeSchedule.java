/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Range;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all active profiles and limits of an EVSE together allow.
 *
 * @param duration in seconds
 */
public record CompositeSchedule(
        @Range(min = 0, since = OcppVersion.V2_1) int evseId,
        int duration,
        Instant scheduleStart,
        ChargingRateUnitEnum chargingRateUnit,
        @Items List<ChargingSchedulePeriod> chargingSchedulePeriod,
        @Nullable CustomData customData) {

    public CompositeSchedule {
        chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
    }
}
