/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.station.clock.ReportedTime;
import io.ohmnibus.station.topology.Place;

/** One thing that a station said about the availability of a place. */
record Observation(Place place, Aspect aspect, String state, Origin origin) {

    /** What is observed; each place has one state of each. */
    enum Aspect {
        /** A value of ConnectorStatus: G01.FR.01. */
        AVAILABILITY("AvailabilityState"),
        /** Whether the plug could not be locked: G05.FR.02. */
        LOCK_PROBLEM("LockProblem");

        private final String text;

        Aspect(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /**
     * Where it comes from.
     *
     * @param position of the event within its message
     */
    record Origin(String source, String messageId, int position, ReportedTime time) {}
}
