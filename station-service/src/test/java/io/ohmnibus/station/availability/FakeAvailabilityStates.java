/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.platform.ocpp.StationKey;
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

    record Slot(Place place, Observation.Aspect aspect) {}

    final Map<Slot, Standing> standing = new HashMap<>();
    final List<Boolean> late = new ArrayList<>();
    final List<CommandOutcome> outcomes = new ArrayList<>();
    int expectedAnew;

    @Nullable String state(Place place, Observation.Aspect aspect) {
        Standing found = standing.get(new Slot(place, aspect));
        return found == null ? null : found.state();
    }

    @Override
    public Mono<Standing> standing(StationKey station, Place place, Observation.Aspect aspect) {
        return Mono.justOrEmpty(standing.get(new Slot(place, aspect)));
    }

    @Override
    public Mono<Void> stand(StationKey station, Observation observation) {
        return Mono.fromRunnable(() ->
                standing.put(
                        new Slot(observation.place(), observation.aspect()),
                        new Standing(observation.state(), observation.origin().time().order())));
    }

    @Override
    public Mono<Void> remember(StationKey station, Observation observation, boolean isLate) {
        return Mono.fromRunnable(() -> late.add(isLate));
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
