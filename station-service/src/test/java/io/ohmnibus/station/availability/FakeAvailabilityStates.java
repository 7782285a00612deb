/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static io.ohmnibus.station.fixture.Fixture.KEY;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.availability.Observed.Slot;
import io.ohmnibus.station.store.CommandOutcome;
import io.ohmnibus.station.topology.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The availability of one station, in memory. */
final class FakeAvailabilityStates implements AvailabilityStates {

    final Map<Slot, Standing> standing = new HashMap<>();
    final List<Boolean> late = new ArrayList<>();
    final List<CommandOutcome> outcomes = new ArrayList<>();
    int expectedAnew;

    @Nullable String state(Place place, Observation.Aspect aspect) {
        Standing found = standing.get(new Slot(KEY, place, aspect));
        return found == null ? null : found.state();
    }

    @Override
    public Mono<Map<Slot, Standing>> standing(Collection<Slot> slots) {
        return Mono.fromSupplier(() -> {
            Map<Slot, Standing> known = new HashMap<>(standing);
            known.keySet().retainAll(slots);
            return known;
        });
    }

    @Override
    public Mono<Void> stand(Collection<Observed> observed) {
        return Mono.fromRunnable(() ->
                observed.forEach(one ->
                        standing.put(
                                one.slot(),
                                new Standing(one.observation().state(), one.time().order()))));
    }

    @Override
    public Mono<Void> remember(List<Remembered> observed) {
        return Mono.fromRunnable(() -> observed.forEach(one -> late.add(one.late())));
    }

    @Override
    public Mono<Void> expectAnew(Collection<StationKey> stations) {
        return Mono.fromRunnable(() -> expectedAnew += stations.size());
    }

    @Override
    public Flux<State> states(StationKey station) {
        return Flux.fromIterable(standing.entrySet())
                .map(entry ->
                        new State(
                                entry.getKey().place(),
                                entry.getKey().aspect().text(),
                                entry.getValue().state(),
                                "NotifyEvent",
                                entry.getValue().orderedAt(),
                                entry.getValue().orderedAt(),
                                false));
    }

    @Override
    public Flux<Past> history(StationKey station, @Nullable Position after, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Void> changed(
            StationKey station,
            ChangeAvailabilityRequest request,
            CommandOutcome outcome,
            Instant at) {
        return Mono.fromRunnable(() -> outcomes.add(outcome));
    }

    @Override
    public Flux<Change> changes(StationKey station) {
        return Flux.empty();
    }
}
