/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.registration.Credentials.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is registering which stations. */
interface Claims {

    /** Longer than auth-service may take. */
    Duration TIME = Duration.ofSeconds(30);

    /**
     * Reserves the ids of stations for their registration, and tells which: not those that are
     * known or reserved. A claim that is neither settled nor released ends by itself after that
     * time.
     */
    Flux<StationKey> claim(Collection<StationKey> stations, UUID claim, Instant now, Duration time);

    /**
     * Makes a claim last, in the transaction that adds the stations, and tells for which: not those
     * that were lost.
     */
    Flux<StationKey> settle(Collection<StationKey> stations, UUID claim);

    /** Ends a claim at once, unless it is settled; credentials may be left. */
    Mono<Void> release(Collection<StationKey> stations, UUID claim);

    /** Stations whose claims have ended without being settled. */
    Flux<StationKey> ended(Instant now, int limit);

    /** Gives a claim up that left nothing, unless it is settled. */
    Mono<Void> forget(Collection<StationKey> stations, UUID claim);

    /**
     * Does something with those of the stations that can be claimed; when it fails, they are
     * released.
     */
    default <T> Mono<T> hold(
            Collection<StationKey> stations,
            Attempt attempt,
            Function<List<StationKey>, Mono<T>> work) {
        return Mono.usingWhen(
                claim(stations, attempt.id(), attempt.at(), TIME).collectList(),
                work,
                _ -> Mono.empty(),
                (ours, _) -> release(ours, attempt.id()),
                ours -> release(ours, attempt.id()));
    }
}
