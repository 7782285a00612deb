/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.report;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.asked.ReportPlace;
import io.ohmnibus.station.display.DisplayCriteria;
import io.ohmnibus.station.fixture.Fixture;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reports of one station, in memory. */
final class FakeDisplayReports implements DisplayReports {

    final Map<Integer, DisplayReport> reports = new TreeMap<>();
    int maxParts = 100;

    static DisplayReport report(int requestId, DisplayCriteria criteria, boolean solicited) {
        return new DisplayReport(
                requestId,
                criteria,
                solicited,
                Fixture.NOW,
                null,
                null,
                new DisplayReport.Received(0, 0, 0, false, null));
    }

    @Override
    public Mono<Integer> nextRequestId() {
        return Mono.fromSupplier(() -> reports.size() + 1);
    }

    @Override
    public Mono<Boolean> open(
            StationKey station, int requestId, DisplayCriteria criteria, Instant at) {
        return Mono.fromSupplier(
                () -> reports.putIfAbsent(requestId, report(requestId, criteria, true)) == null);
    }

    @Override
    public Mono<DisplayReport> answered(StationKey station, int requestId, CommandOutcome outcome) {
        return Mono.justOrEmpty(
                reports.computeIfPresent(
                        requestId,
                        (_, old) ->
                                new DisplayReport(
                                        requestId,
                                        old.criteria(),
                                        old.solicited(),
                                        old.requestedAt(),
                                        outcome.status(),
                                        outcome.info(),
                                        old.received())));
    }

    @Override
    public Mono<DisplayReport> add(StationKey station, int requestId, Part part) {
        return Mono.fromSupplier(() -> {
            DisplayReport old =
                    reports.getOrDefault(requestId, report(requestId, DisplayCriteria.ALL, false));
            DisplayReport.Received before = old.received();
            boolean full = before.parts() >= maxParts;
            DisplayReport changed =
                    new DisplayReport(
                            requestId,
                            old.criteria(),
                            old.solicited(),
                            old.requestedAt(),
                            old.outcome(),
                            old.outcomeInfo(),
                            new DisplayReport.Received(
                                    before.parts() + (full ? 0 : 1),
                                    before.messages() + (full ? 0 : part.messages()),
                                    before.discardedParts() + (full ? 1 : 0),
                                    before.ended() || (part.last() && !full),
                                    part.receivedAt()));
            reports.put(requestId, changed);
            return changed;
        });
    }

    @Override
    public Mono<DisplayReport> find(StationKey station, int requestId) {
        return Mono.justOrEmpty(reports.get(requestId));
    }

    @Override
    public Flux<DisplayReport> list(StationKey station, @Nullable ReportPlace before, int limit) {
        return Flux.fromIterable(reports.values());
    }
}
