/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.station.availability.AvailabilityStates.Remembered;
import java.time.Instant;

/** Observations as rows of the tables {@code availability} and {@code availability_history}. */
final class AvailabilityRows {

    private AvailabilityRows() {}

    /** What stands, as a row. */
    record Standing(
            String tenant,
            String stationId,
            int evseId,
            int connectorId,
            String aspect,
            String state,
            String source,
            Instant reportedAt,
            Instant receivedAt,
            boolean clockSuspect,
            Instant orderedAt) {

        static Standing of(Observed observed) {
            Observation observation = observed.observation();
            return new Standing(
                    observed.station().tenant(),
                    observed.station().stationId(),
                    observation.place().evseId(),
                    observation.place().connectorId(),
                    observation.aspect().text(),
                    observation.state(),
                    observation.origin().source(),
                    observed.time().reported(),
                    observed.time().received(),
                    observed.time().suspect(),
                    observed.time().order());
        }
    }

    /** A row of the history. */
    record Past(
            String tenant,
            String stationId,
            int evseId,
            int connectorId,
            String aspect,
            String state,
            String source,
            Instant reportedAt,
            Instant receivedAt,
            boolean clockSuspect,
            boolean late,
            String messageId,
            int position) {

        static Past of(Remembered remembered) {
            Observed observed = remembered.observed();
            Observation observation = observed.observation();
            return new Past(
                    observed.station().tenant(),
                    observed.station().stationId(),
                    observation.place().evseId(),
                    observation.place().connectorId(),
                    observation.aspect().text(),
                    observation.state(),
                    observation.origin().source(),
                    observed.time().reported(),
                    observed.time().received(),
                    observed.time().suspect(),
                    remembered.late(),
                    observation.origin().messageId(),
                    observation.origin().position());
        }
    }
}
