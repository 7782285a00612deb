/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outage of an EVSE as REST shows it.
 *
 * @param state the one it began with: Offline, Faulted or Unavailable
 * @param to absent when it lasts on at the end of the period
 * @param excluded how much of it does not count
 */
record OutageView(
        int evseId,
        String state,
        Instant from,
        @Nullable Instant to,
        @Schema(type = "string", format = "duration") Duration duration,
        @Schema(type = "string", format = "duration") Duration excluded) {

    static OutageView of(Uptime.Outage outage, Period period) {
        return new OutageView(
                outage.evseId(),
                outage.state(),
                outage.from(),
                outage.to().equals(period.to()) ? null : outage.to(),
                Duration.between(outage.from(), outage.to()),
                outage.excluded());
    }
}
