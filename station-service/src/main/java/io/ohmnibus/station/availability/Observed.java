/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.clock.ReportedTime;
import io.ohmnibus.station.topology.Place;

/** An observation and whose it is. */
record Observed(StationKey station, Observation observation) {

    /** What has one state at a time. */
    record Slot(StationKey station, Place place, Observation.Aspect aspect) {}

    Slot slot() {
        return new Slot(station, observation.place(), observation.aspect());
    }

    ReportedTime time() {
        return observation.origin().time();
    }
}
