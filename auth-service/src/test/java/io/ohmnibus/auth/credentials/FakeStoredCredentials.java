/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Credentials in memory. */
final class FakeStoredCredentials implements StoredCredentials {

    private final Map<StationKey, StationCredentials> rows = new LinkedHashMap<>();
    private final Map<StationKey, RegisterCredentials> registrations = new HashMap<>();

    @Override
    public Mono<Void> put(StationKey station, StationCredentials credentials) {
        return Mono.fromRunnable(() -> rows.put(station, credentials));
    }

    @Override
    public Mono<Void> reserve(Collection<StationKey> stations) {
        return Mono.empty();
    }

    @Override
    public Flux<Entry> register(String tenant, RegisterCredentials query, Instant now) {
        return Flux.fromIterable(query.stations())
                .filter(one -> isNext(new StationKey(tenant, one.stationId()), query))
                .map(one -> register(new StationKey(tenant, one.stationId()), one, query, now));
    }

    private boolean isNext(StationKey station, RegisterCredentials query) {
        RegisterCredentials known = registrations.get(station);
        return known == null
                || (!known.registration().equals(query.registration())
                        && known.askedAt().isBefore(query.askedAt()));
    }

    private Entry register(
            StationKey station,
            RegisterCredentials.Entry wanted,
            RegisterCredentials query,
            Instant now) {
        registrations.put(station, query);
        StationCredentials fresh =
                new StationCredentials(wanted.securityProfile(), wanted.passwordHash(), now);
        StationCredentials before = rows.get(station);
        StationCredentials after =
                before == null
                        ? fresh
                        : fresh.certificateName(before.certificateName(), now)
                                .certificates(
                                        before.certificates(), before.revokedCertificates(), now)
                                .expiredAcceptedUntil(before.expiredAcceptedUntil(), now);
        rows.put(station, after);
        return new Entry(station, after);
    }

    @Override
    public Flux<StationKey> registeredBy(UUID registration, Collection<StationKey> stations) {
        return Flux.fromIterable(stations)
                .filter(station -> {
                    RegisterCredentials by = registrations.get(station);
                    return by != null && by.registration().equals(registration);
                });
    }

    @Override
    public Flux<StationKey> withdraw(Collection<StationKey> stations, Instant askedBefore) {
        return Flux.fromIterable(stations)
                .filter(station -> {
                    RegisterCredentials by = registrations.get(station);
                    return by != null && by.askedAt().isBefore(askedBefore);
                })
                .doOnNext(station -> {
                    registrations.remove(station);
                    rows.remove(station);
                });
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
    public Mono<StationKey> named(String tenant, String name) {
        return all().filter(row ->
                        row.station().tenant().equals(tenant)
                                && (row.station().stationId().equals(name)
                                        || name.equals(row.credentials().certificateName())))
                .map(Entry::station)
                .next();
    }

    @Override
    public Flux<Entry> all() {
        return Flux.defer(() ->
                Flux.fromStream(
                        rows.entrySet().stream()
                                .map(row -> new Entry(row.getKey(), row.getValue()))));
    }
}
