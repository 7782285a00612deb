/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.report;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reports of one station, in memory. */
final class FakeReports implements Reports {

    final Map<Integer, String> opened = new HashMap<>();
    final Map<Integer, String> selections = new HashMap<>();
    final Map<Integer, CommandOutcome> outcomes = new HashMap<>();
    final List<ReportPart> parts = new ArrayList<>();
    boolean full;
    @Nullable String hardware;

    @Override
    public Mono<Integer> nextRequestId() {
        return Mono.just(1);
    }

    @Override
    public Mono<Boolean> open(StationKey station, int requestId, String reportBase, Instant at) {
        return Mono.fromSupplier(() -> opened.putIfAbsent(requestId, reportBase) == null);
    }

    @Override
    public Mono<Boolean> openCustom(
            StationKey station, int requestId, String selection, Instant at) {
        return Mono.fromSupplier(() -> selections.putIfAbsent(requestId, selection) == null);
    }

    @Override
    public Mono<Void> answered(StationKey station, int requestId, CommandOutcome outcome) {
        return Mono.fromRunnable(() -> outcomes.put(requestId, outcome));
    }

    @Override
    public Mono<Boolean> add(StationKey station, int requestId, ReportPart part) {
        return Mono.fromSupplier(() -> !full && parts.add(part));
    }

    @Override
    public Mono<Void> inventoryOf(StationKey station, int requestId, String of) {
        return Mono.fromRunnable(() -> hardware = of);
    }

    @Override
    public Mono<Boolean> hasInventoryOf(StationKey station, String of) {
        return Mono.fromSupplier(() -> of.equals(hardware));
    }

    @Override
    public Mono<Report> find(StationKey station, int requestId) {
        return Mono.justOrEmpty(opened.get(requestId)).map(base -> report(requestId, base));
    }

    private Report report(int requestId, String base) {
        return new Report(
                requestId,
                base,
                null,
                true,
                parts.getFirst().receivedAt(),
                "Accepted",
                null,
                0,
                new ReportAssembly(
                        parts.stream()
                                .map(part -> new ReportAssembly.Range(part.seqNo(), part.seqNo()))
                                .toList(),
                        parts.getLast().last() ? parts.getLast().seqNo() : null),
                parts.size(),
                parts.getFirst().receivedAt(),
                parts.getLast().receivedAt());
    }

    @Override
    public Flux<Report> list(StationKey station, @Nullable ReportPlace before, int limit) {
        return Flux.empty();
    }
}
