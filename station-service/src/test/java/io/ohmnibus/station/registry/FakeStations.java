/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stations in memory. */
public final class FakeStations implements Stations {

    public final Map<String, RegisteredStation> stations = new TreeMap<>();

    @Override
    public Flux<StationKey> add(Collection<Addition> added, Instant at) {
        return Flux.fromIterable(added)
                .filter(one ->
                        stations.putIfAbsent(
                                        one.key().toString(),
                                        new RegisteredStation(
                                                one.key(),
                                                one.securityProfile(),
                                                one.policy(),
                                                one.notes(),
                                                RegisteredStation.Grouping.NONE,
                                                at,
                                                null,
                                                null))
                                == null)
                .map(Addition::key);
    }

    @Override
    public Flux<StationKey> known(Collection<StationKey> keys) {
        return Flux.fromIterable(keys).filter(key -> stations.containsKey(key.toString()));
    }

    @Override
    public Flux<StationKey> place(Collection<Placed> placed) {
        return known(placed.stream().map(Placed::key).toList());
    }

    @Override
    public Mono<RegisteredStation> find(StationKey key) {
        return Mono.justOrEmpty(stations.get(key.toString()));
    }

    @Override
    public Flux<RegisteredStation> find(Collection<StationKey> keys) {
        return Flux.fromIterable(keys).concatMap(this::find);
    }

    @Override
    public Flux<RegisteredStation> list(
            String tenant, StationFilter filter, @Nullable String after, int limit) {
        return Flux.fromIterable(stations.values())
                .filter(station -> station.key().tenant().equals(tenant))
                .filter(station -> after == null || station.key().stationId().compareTo(after) > 0)
                .take(limit);
    }

    @Override
    public Mono<Boolean> change(StationKey key, StationChange change) {
        BootPolicy policy = change.policy();
        return Mono.fromSupplier(() ->
                stations.computeIfPresent(
                                key.toString(),
                                (id, old) ->
                                        copy(
                                                old,
                                                policy == null ? old.policy() : policy,
                                                old.boot()))
                        != null);
    }

    @Override
    public Mono<Void> booted(Map<StationKey, BootInfo> boots) {
        return Mono.fromRunnable(() ->
                boots.forEach((key, boot) ->
                        stations.computeIfPresent(
                                key.toString(), (id, old) -> copy(old, old.policy(), boot))));
    }

    private static RegisteredStation copy(
            RegisteredStation old, BootPolicy policy, @Nullable BootInfo boot) {
        return new RegisteredStation(
                old.key(),
                old.securityProfile(),
                policy,
                old.notes(),
                old.grouping(),
                old.registeredAt(),
                boot,
                old.connection());
    }
}
