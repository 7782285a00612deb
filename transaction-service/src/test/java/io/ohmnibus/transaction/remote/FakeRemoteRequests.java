/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The requests of one station, in memory. */
final class FakeRemoteRequests implements RemoteRequests {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final StationKey KEY = new StationKey("default", "CS-1");

    final List<RemoteRequest> opened = new ArrayList<>();
    final List<RemoteAnswer> answers = new ArrayList<>();
    final List<String> seen = new ArrayList<>();

    RemoteControl control() {
        return new RemoteControl(this, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    public Mono<Integer> nextRemoteStartId() {
        return Mono.fromSupplier(() -> opened.size() + 1);
    }

    @Override
    public Mono<Boolean> open(StationKey station, RemoteRequest request, Instant at) {
        return Mono.fromSupplier(() -> !opened.contains(request) && opened.add(request));
    }

    @Override
    public Mono<Void> answered(
            StationKey station, RemoteRequest request, RemoteAnswer answer, Instant at) {
        return Mono.fromRunnable(() -> answers.add(answer));
    }

    @Override
    public Mono<Long> follow(Instant since) {
        return Mono.just(0L);
    }

    @Override
    public Mono<Void> unplugged(StationKey station, int evseId, int connectorId, Instant at) {
        return Mono.fromRunnable(() -> seen.add("unplugged " + evseId + "/" + connectorId));
    }

    @Override
    public Mono<Void> booted(StationKey station, Instant at) {
        return Mono.fromRunnable(() -> seen.add("booted"));
    }

    @Override
    public Flux<Followed> list(StationKey station, @Nullable Long before, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Followed> find(StationKey station, long id) {
        return Mono.empty();
    }
}
