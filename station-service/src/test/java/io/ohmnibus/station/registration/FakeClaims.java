/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.registry.FakeStations;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Claims in memory. */
final class FakeClaims implements Claims {

    private final FakeStations stations;

    /** Claims that are not settled. */
    final Map<StationKey, UUID> claims = new HashMap<>();

    /** Stations that were claimed and are not registered. */
    final Set<StationKey> ended = new LinkedHashSet<>();

    FakeClaims(FakeStations stations) {
        this.stations = stations;
    }

    @Override
    public Flux<StationKey> claim(
            Collection<StationKey> wanted, UUID claim, Instant now, Duration time) {
        return Flux.fromIterable(wanted)
                .filter(key -> !stations.stations.containsKey(key.toString()))
                .filter(key -> claims.putIfAbsent(key, claim) == null)
                .doOnNext(ended::remove);
    }

    @Override
    public Flux<StationKey> settle(Collection<StationKey> ours, UUID claim) {
        return Flux.fromIterable(ours).filter(key -> claims.remove(key, claim));
    }

    @Override
    public Mono<Void> release(Collection<StationKey> ours, UUID claim) {
        return Mono.fromRunnable(
                () -> ours.stream().filter(key -> claims.remove(key, claim)).forEach(ended::add));
    }

    @Override
    public Flux<StationKey> ended(Instant now, int limit) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(ended))).take(limit);
    }

    @Override
    public Mono<Void> forget(Collection<StationKey> ours, UUID claim) {
        return Mono.fromRunnable(() -> ours.forEach(key -> claims.remove(key, claim)));
    }
}
