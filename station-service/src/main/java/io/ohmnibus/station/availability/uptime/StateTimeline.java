/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What stations reported, in the order of the time at which it was so. */
interface StateTimeline {

    /** What stood at the beginning of a period, and every change in it, in order. */
    Flux<StateChange> changes(StationKey station, Period period, int limit);

    /** When the station was connected within a period, in order and without overlaps. */
    Flux<Period> connected(StationKey station, Period period);

    /** The parts of time lines in a period, in the order of their beginning. */
    Flux<Segment> segments(StationKey station, Period period, Part part);

    /**
     * A place had a state.
     *
     * @param to the end of the period when it lasts on
     */
    record Segment(int evseId, int connectorId, String state, Instant from, Instant to) {}

    /** Which places are wanted, all where nothing is said, and where in the list to begin. */
    record Part(
            @Nullable Integer evseId,
            @Nullable Integer connectorId,
            @Nullable Segment after,
            int limit) {}
}
