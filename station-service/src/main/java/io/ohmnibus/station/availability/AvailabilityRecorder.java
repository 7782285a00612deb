/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.contracts.station.AvailabilityChanged;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.store.WireNames;
import io.ohmnibus.station.topology.Place;
import io.ohmnibus.station.topology.Topology;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

    Mono<Void> record(StationKey station, Observation observation) {
        Observation.Origin origin = observation.origin();
        return states.standing(station, observation.place(), observation.aspect())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> record(station, observation, before.orElse(null)))
                .then(
                        Mono.defer(() ->
                                topology.learn(
                                        station,
                                        List.of(observation.place()),
                                        origin.time().received())));
    }

    private Mono<Void> record(
            StationKey station,
            Observation observation,
            AvailabilityStates.@Nullable Standing before) {
        boolean late =
                before != null && observation.origin().time().order().isBefore(before.orderedAt());
        Mono<Void> remembered = states.remember(station, observation, late);
        if (late) {
            return remembered;
        }
        return remembered
                .then(Mono.defer(() -> states.stand(station, observation)))
                .then(Mono.defer(() -> announce(station, observation, before)));
    }

    private Mono<Void> announce(
            StationKey station,
            Observation observation,
            AvailabilityStates.@Nullable Standing before) {
        String from = before == null ? null : before.state();
        ConnectorStatusEnum to = WireNames.find(ConnectorStatusEnum.class, observation.state());
        if (observation.aspect() != Observation.Aspect.AVAILABILITY
                || to == null
                || observation.state().equals(from)) {
            return Mono.empty();
        }
        Place place = observation.place();
        ReportedTime time = observation.origin().time();
        return events.publish(
                station,
                new AvailabilityChanged(
                        place.evseId(),
                        place.connectorId(),
                        from == null ? null : WireNames.find(ConnectorStatusEnum.class, from),
                        to,
                        time.reported(),
                        time.received()));
    }
}
