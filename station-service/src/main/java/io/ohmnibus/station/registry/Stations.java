/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stations of all tenants. */
public interface Stations {

    /** A station to be added. */
    record Addition(
            StationKey key, int securityProfile, BootPolicy policy, @Nullable String notes) {}

    /** Adds stations, and tells which: not those that are known already. */
    Flux<StationKey> add(Collection<Addition> stations, Instant at);

    /** Adds a station; false when it is known already. */
    default Mono<Boolean> add(
            StationKey key,
            int securityProfile,
            BootPolicy policy,
            @Nullable String notes,
            Instant at) {
        return add(List.of(new Addition(key, securityProfile, policy, notes)), at).hasElements();
    }

    /** The station, or empty. */
    Mono<RegisteredStation> find(StationKey key);

    /** The keys of those of these stations that are known. */
    Flux<StationKey> known(Collection<StationKey> keys);

    /** Those of these stations that are known. */
    Flux<RegisteredStation> find(Collection<StationKey> keys);

    /** The stations of a tenant in the order of their ids, beginning after one of them. */
    Flux<RegisteredStation> list(
            String tenant, StationFilter filter, @Nullable String after, int limit);

    /** Changes what the operator decides; false when the station is unknown. */
    Mono<Boolean> change(StationKey key, StationChange change);

    /**
     * Puts stations where the operator wants them, and tells which: not those that are unknown.
     * Null leaves location or notes as they are.
     */
    Flux<StationKey> place(Collection<Placed> stations);

    /** Where a station stands, and what is noted of it. */
    record Placed(StationKey key, @Nullable String locationId, @Nullable String notes) {}

    /** Remembers BootNotifications. */
    Mono<Void> booted(Map<StationKey, BootInfo> boots);
}
