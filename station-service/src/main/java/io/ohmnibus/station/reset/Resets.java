/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The resets that were asked for, and what became of them. */
interface Resets {

    /**
     * One reset.
     *
     * @param evseId null when it was for the whole station
     * @param at when the outcome was known
     * @param rebootedAt the first BootNotification after it; null as long as there was none, and
     *     for an EVSE
     */
    record Reset(
            long id,
            @Nullable Integer evseId,
            String type,
            String outcome,
            @Nullable String info,
            Instant at,
            @Nullable Instant rebootedAt) {}

    Mono<Void> completed(
            StationKey station, ResetRequest request, CommandOutcome outcome, Instant at);

    /** Closes the resets of the whole station that a boot can be the result of. */
    Mono<Void> rebooted(Map<StationKey, Instant> at);

    /** The newest first, beginning before an id. */
    Flux<Reset> list(StationKey station, @Nullable Long before, int limit);
}
