/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.contracts.station.AvailabilityChanged;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Writes;
import io.ohmnibus.station.availability.AvailabilityStates.Remembered;
import io.ohmnibus.station.availability.AvailabilityStates.Standing;
import io.ohmnibus.station.availability.Observed.Slot;
import io.ohmnibus.station.store.WireNames;
import io.ohmnibus.station.topology.Place;
import io.ohmnibus.station.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes observations in the order in which they were made, not in which they come: one that is
 * older than what stands goes to the history only.
 */
@Component
final class AvailabilityRecorder {

    private final AvailabilityStates states;
    private final Topology topology;
    private final Events events;

    AvailabilityRecorder(AvailabilityStates states, Topology topology, Events events) {
        this.states = states;
        this.topology = topology;
        this.events = events;
    }

    /** Records what was observed at a time, of one station or several, in this order. */
    Mono<Void> record(List<Observed> observed) {
        if (observed.isEmpty()) {
            return Mono.empty();
        }
        return states.standing(observed.stream().map(Observed::slot).distinct().toList())
                .map(before -> News.of(observed, before))
                .flatMap(this::record)
                .then(Writes.later(topology.learn(places(observed))));
    }

    private Mono<Void> record(News news) {
        return Writes.later(states.remember(news.history))
                .then(Writes.later(states.stand(news.standing.values())))
                .thenMany(Flux.fromIterable(news.changes))
                .concatMap(change -> events.publish(change.station(), change.event()))
                .then();
    }

    private static List<Topology.Learnt> places(List<Observed> observed) {
        return observed.stream()
                .map(one ->
                        new Topology.Learnt(
                                one.station(), one.observation().place(), one.time().received()))
                .toList();
    }

    private record Change(StationKey station, AvailabilityChanged event) {}

    /** What observations change, taken one after the other. */
    private static final class News {

        final List<Remembered> history = new ArrayList<>();
        final Map<Slot, Observed> standing = new LinkedHashMap<>();
        final List<Change> changes = new ArrayList<>();
        private final Map<Slot, Standing> before;

        private News(Map<Slot, Standing> before) {
            this.before = new HashMap<>(before);
        }

        static News of(List<Observed> observed, Map<Slot, Standing> before) {
            News news = new News(before);
            observed.forEach(news::add);
            return news;
        }

        private void add(Observed observed) {
            Slot slot = observed.slot();
            Instant order = observed.time().order();
            Standing stood = before.get(slot);
            boolean late = stood != null && order.isBefore(stood.orderedAt());
            history.add(new Remembered(observed, late));
            if (!late) {
                String state = observed.observation().state();
                before.put(slot, new Standing(state, order));
                standing.put(slot, observed);
                announce(observed, stood == null ? null : stood.state());
            }
        }

        private void announce(Observed observed, @Nullable String from) {
            Observation observation = observed.observation();
            ConnectorStatusEnum to = WireNames.find(ConnectorStatusEnum.class, observation.state());
            if (observation.aspect() != Observation.Aspect.AVAILABILITY
                    || to == null
                    || observation.state().equals(from)) {
                return;
            }
            Place place = observation.place();
            changes.add(
                    new Change(
                            observed.station(),
                            new AvailabilityChanged(
                                    place.evseId(),
                                    place.connectorId(),
                                    from == null
                                            ? null
                                            : WireNames.find(ConnectorStatusEnum.class, from),
                                    to,
                                    observed.time().reported(),
                                    observed.time().received())));
        }
    }
}
