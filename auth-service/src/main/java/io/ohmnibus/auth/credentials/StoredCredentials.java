/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How each station has to prove who it is. */
interface StoredCredentials {

    /** A station and its credentials. */
    record Entry(StationKey station, StationCredentials credentials) {}

    /** Sets the credentials of a station; it stays locked until the end of our transaction. */
    Mono<Void> put(StationKey station, StationCredentials credentials);

    /**
     * Nobody else registers or forgets these stations until the end of our transaction, also as
     * long as they have no rows that could be locked.
     */
    Mono<Void> reserve(Collection<StationKey> stations);

    /**
     * Sets the credentials of stations as a registration wants them, and tells what they are now.
     * Certificates stay. Stations of the same registration, or of one that was asked for later, are
     * left as they are and not told.
     */
    Flux<Entry> register(String tenant, RegisterCredentials registration, Instant now);

    /** Those of the stations whose credentials come from that registration. */
    Flux<StationKey> registeredBy(UUID registration, Collection<StationKey> stations);

    /** Removes those of the stations' credentials that were registered before, and tells which. */
    Flux<StationKey> withdraw(Collection<StationKey> stations, Instant askedBefore);

    /** The credentials of a station, locked until the end of our transaction. */
    Mono<StationCredentials> lock(StationKey station);

    /** The credentials of a station. */
    Mono<StationCredentials> find(StationKey station);

    /** Whether another station of the tenant has that identity, or that name in its certificate. */
    Mono<Boolean> isNameOfAnother(StationKey station, String name);

    /** The station of the tenant with that identity, or else that name in its certificate. */
    Mono<StationKey> named(String tenant, String name);

    /** The credentials of all stations. */
    Flux<Entry> all();
}
