/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.desired.DesiredState.Step;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far stations are on the way to their desired values. */
interface DesiredStates {

    /** Lets all stations of a scope be looked at. */
    Mono<Void> wanted(String tenant, DesiredScope scope, String scopeId, Instant now);

    /**
     * Stations are looked at after a while, whatever was going on, unless nothing is and was
     * desired of them.
     */
    Mono<Void> dueAt(Set<StationKey> stations, Instant due, Instant now);

    /** The same unless something is under way: a station that is Pending boots again and again. */
    Mono<Void> dueUnlessUnderWay(Set<StationKey> stations, Instant due, Instant now);

    /** Stations that are there and whose time has come. */
    Flux<StationKey> due(Instant now, int limit);

    /** The state of a station, locked until the end of the transaction. */
    Mono<DesiredState> lock(StationKey station);

    Mono<DesiredState> find(StationKey station);

    /** Waits for a variable request. */
    Mono<Void> awaiting(StationKey station, Step step, UUID request, Instant now);

    Mono<Void> ended(StationKey station, Step step, @Nullable String reason, Instant now);

    /** There is nothing to hold. */
    Mono<Void> forget(StationKey station);
}
