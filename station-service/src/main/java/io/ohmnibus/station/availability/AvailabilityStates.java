/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.store.CommandOutcome;
import io.ohmnibus.station.topology.Place;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stations reported of their availability, and what was asked of them. */
interface AvailabilityStates {

    /** What stands for a place, and when it was said in the order of {@link ReportedTime}. */
    record Standing(String state, Instant orderedAt) {}

    /** A state as it stands. */
    record State(
            Place place,
            String aspect,
            String state,
            String source,
            Instant reportedAt,
            Instant receivedAt,
            boolean clockSuspect) {}

    /** A state that a place had, or was said to have after it had a newer one. */
    record Past(State state, boolean late, String messageId, int position) {}

    /** Where a past state stands in the list; one message may tell several. */
    record Position(Instant receivedAt, String messageId, long position) {}

    /** The last ChangeAvailability for a place, and how it ended. */
    record Change(
            Place place,
            String operationalStatus,
            String outcome,
            @Nullable String info,
            Instant at) {}

    /** What stands, locked until the end of the transaction; or empty. */
    Mono<Standing> standing(StationKey station, Place place, Observation.Aspect aspect);

    Mono<Void> stand(StationKey station, Observation observation);

    /** Adds to the history; once, however often it is observed. */
    Mono<Void> remember(StationKey station, Observation observation, boolean late);

    /** Lets whatever is reported next stand, however old: the clock may have been set anew. */
    Mono<Void> expectAnew(Collection<StationKey> stations);

    Flux<State> states(StationKey station);

    /** The newest first, beginning after one in the list. */
    Flux<Past> history(StationKey station, @Nullable Position after, int limit);

    Mono<Void> changed(
            StationKey station,
            ChangeAvailabilityRequest request,
            CommandOutcome outcome,
            Instant at);

    /** The last change of each place. */
    Flux<Change> changes(StationKey station);
}
