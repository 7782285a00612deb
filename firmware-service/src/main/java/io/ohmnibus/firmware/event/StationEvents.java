/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The events of all stations. */
interface StationEvents {

    /** An event as it is stored, with its place in lists. */
    record Stored(long id, StationEvent event) {}

    /**
     * Which events are wanted; what is null does not matter.
     *
     * @param maxSeverity this severity and graver ones
     */
    record Filter(
            @Nullable String component,
            @Nullable String variable,
            @Nullable Integer evseId,
            @Nullable String transactionId,
            @Nullable Integer maxSeverity,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** An event and whose it is. */
    record Reported(StationKey station, StationEvent event) {}

    /** Adds events; those that are known already are left as they are. */
    Mono<Void> add(List<Reported> events);

    /** The newest first by arrival, beginning before one of them. */
    Flux<Stored> list(StationKey station, Filter filter, @Nullable Long before, int limit);
}
