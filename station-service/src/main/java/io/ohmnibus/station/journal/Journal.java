/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.journal;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.contracts.gateway.JournalEntry.Direction;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Frames of stations, for some days. */
interface Journal {

    /**
     * Which entries are wanted; null selects all.
     *
     * @param to exclusive
     */
    record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Direction direction,
            @Nullable String action,
            @Nullable String messageId) {}

    /** The entry after which a list goes on. */
    record Position(Instant at, String id) {}

    /** Keeps an entry; one that is known already changes nothing. */
    Mono<Void> add(StationKey station, JournalEntry entry);

    /** The newest first. */
    Flux<JournalEntry> find(StationKey station, Filter filter, @Nullable Position after, int limit);

    /** Drops what is older than that many days, and makes room for the next ones. */
    Mono<Void> turnOver(int days);
}
