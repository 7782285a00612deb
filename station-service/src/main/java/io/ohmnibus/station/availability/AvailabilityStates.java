/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.availability.Observed.Slot;
import io.ohmnibus.station.clock.ReportedTime;
import io.ohmnibus.station.store.CommandOutcome;
import io.ohmnibus.station.topology.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** An observation for the history; late ones were no news any more. */
    record Remembered(Observed observed, boolean late) {}

    /** What stands, by slot, locked until the end of the transaction. */
    Mono<Map<Slot, Standing>> standing(Collection<Slot> slots);

    /** Lets observations stand, one for each slot. */
    Mono<Void> stand(Collection<Observed> observed);

    /** Adds to the history; once, however often it is observed. */
    Mono<Void> remember(List<Remembered> observed);

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
