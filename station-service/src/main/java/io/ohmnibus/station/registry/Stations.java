/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stations of all tenants. */
public interface Stations {

    /**
     * Reserves the id of a station for its registration; false when it is known or reserved. A
     * claim that is neither settled nor released ends by itself after that time.
     */
    Mono<Boolean> claim(StationKey key, UUID claim, Instant now, Duration time);

    /** Makes a claim last, in the transaction that adds the station; false when it was lost. */
    Mono<Boolean> settle(StationKey key, UUID claim);

    /** Gives a claim up, unless it is settled. */
    Mono<Void> release(StationKey key, UUID claim);

    /** Adds a station; false when it is known already. */
    Mono<Boolean> add(
            StationKey key,
            int securityProfile,
            BootPolicy policy,
            @Nullable String notes,
            Instant at);

    /** The station, or empty. */
    Mono<RegisteredStation> find(StationKey key);

    /** Those of these stations that are known. */
    Flux<RegisteredStation> find(Collection<StationKey> keys);

    /** The stations of a tenant in the order of their ids, beginning after one of them. */
    Flux<RegisteredStation> list(
            String tenant, StationFilter filter, @Nullable String after, int limit);

    /** Changes what the operator decides; false when the station is unknown. */
    Mono<Boolean> change(StationKey key, StationChange change);

    /** Remembers BootNotifications. */
    Mono<Void> booted(Map<StationKey, BootInfo> boots);
}
