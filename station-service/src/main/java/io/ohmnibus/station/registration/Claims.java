/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is registering which stations. */
interface Claims {

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

    /** Gives a claim up, unless it is settled. */
    Mono<Void> release(Collection<StationKey> stations, UUID claim);
}
