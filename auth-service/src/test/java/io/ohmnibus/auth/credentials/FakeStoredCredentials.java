/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Credentials in memory. */
final class FakeStoredCredentials implements StoredCredentials {

    private final Map<StationKey, StationCredentials> rows = new LinkedHashMap<>();
    private final Map<StationKey, Registration> registrations = new HashMap<>();

    @Override
    public Mono<Void> put(StationKey station, StationCredentials credentials) {
        return Mono.fromRunnable(() -> rows.put(station, credentials));
    }

    @Override
    public Mono<Void> reserve(StationKey station) {
        return Mono.empty();
    }

    @Override
    public Mono<Registration> registration(StationKey station) {
        return Mono.fromSupplier(() -> registrations.get(station));
    }

    @Override
    public Mono<Void> registered(StationKey station, Registration by) {
        return Mono.fromRunnable(() -> registrations.put(station, by));
    }

    @Override
    public Mono<StationCredentials> lock(StationKey station) {
        return Mono.fromSupplier(() -> rows.get(station));
    }

    @Override
    public Mono<StationCredentials> find(StationKey station) {
        return lock(station);
    }

    @Override
    public Mono<Boolean> isNameOfAnother(StationKey station, String name) {
        return Mono.fromSupplier(() ->
                rows.entrySet().stream()
                        .filter(row -> !row.getKey().equals(station))
                        .anyMatch(row ->
                                row.getKey().stationId().equals(name)
                                        || name.equals(row.getValue().certificateName())));
    }

    @Override
    public Flux<Entry> all() {
        return Flux.defer(() ->
                Flux.fromStream(
                        rows.entrySet().stream()
                                .map(row -> new Entry(row.getKey(), row.getValue()))));
    }
}
