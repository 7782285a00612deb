/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Since;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The power that a vehicle offers to discharge over time, by ISO 15118-20. */
@Since(OcppVersion.V2_1)
public record EVPowerSchedule(
        @Items(max = 1024) List<EVPowerScheduleEntry> evPowerScheduleEntries,
        Instant timeAnchor,
        @Nullable CustomData customData) {

    public EVPowerSchedule {
        evPowerScheduleEntries = List.copyOf(evPowerScheduleEntries);
    }
}
