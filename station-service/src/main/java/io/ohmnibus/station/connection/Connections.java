/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest connection of each station, and those before it. */
interface Connections {

    /**
     * Takes what is new; true when the newest connection of the station became another or ended.
     * What comes late or twice changes nothing (pain 3).
     */
    Mono<Boolean> put(StationKey station, StationConnection connection);

    /** Forgets the newest connection. */
    Mono<Void> remove(StationKey station);

    /** The connections of a station after the given one, the newest first. */
    Flux<PastConnection> history(StationKey station, @Nullable Place after, int limit);

    /** Forgets connections that ended before that time. */
    Mono<Void> forgetBefore(Instant time);

    /** Where a connection stands in the history. */
    record Place(long epoch, String connectionId) {}
}
