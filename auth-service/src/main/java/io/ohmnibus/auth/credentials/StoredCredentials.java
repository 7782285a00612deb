/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
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
     * What set the credentials of a station first.
     *
     * @param askedAt by the clock of who asked
     */
    record Registration(UUID id, Instant askedAt) {

        /** Whether that one was asked for before this. */
        boolean isAfter(Registration other) {
            return askedAt.isAfter(other.askedAt);
        }
    }

    /**
     * Nobody else registers or forgets that station until the end of our transaction, also as long
     * as it has no row that could be locked.
     */
    Mono<Void> reserve(StationKey station);

    /** The registration that the credentials of a station come from, where it is known. */
    Mono<Registration> registration(StationKey station);

    /** Remembers the registration that the credentials of a station come from. */
    Mono<Void> registered(StationKey station, Registration by);

    /** The credentials of a station, locked until the end of our transaction. */
    Mono<StationCredentials> lock(StationKey station);

    /** The credentials of a station. */
    Mono<StationCredentials> find(StationKey station);

    /** Whether another station of the tenant has that identity, or that name in its certificate. */
    Mono<Boolean> isNameOfAnother(StationKey station, String name);

    /** The credentials of all stations. */
    Flux<Entry> all();
}
