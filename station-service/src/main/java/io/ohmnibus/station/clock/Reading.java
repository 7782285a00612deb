/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.time.Instant;

/**
 * A time that a station put into a message, beside ours.
 *
 * @param mayHaveWaited whether it can be a message that the station could not send at once, as
 *     while it was offline; then it tells only that the clock is not further behind
 */
record Reading(StationKey station, String connectionId, ReportedTime time, boolean mayHaveWaited) {

    static Reading of(Station station, Instant stated, boolean mayHaveWaited) {
        return new Reading(
                station.key(),
                station.call().connectionId(),
                new ReportedTime(stated, station.call().receivedAt()),
                mayHaveWaited);
    }

    /** By how much the station's time is later than ours, or less than that if it waited. */
    Duration ahead() {
        return Duration.between(time.received(), time.reported());
    }
}
