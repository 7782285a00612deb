/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The connectors of a station in one line: how many are in which state. */
@Component
public final class ConnectorStates {

    private final AvailabilityStates states;

    ConnectorStates(AvailabilityStates states) {
        this.states = states;
    }

    /** The number of connectors by their reported state, in the words of ConnectorStatus. */
    public Mono<Map<String, Long>> of(StationKey station) {
        return states.states(station)
                .filter(state -> state.aspect().equals(Observation.Aspect.AVAILABILITY.text()))
                .filter(state -> state.place().connector())
                .collect(
                        Collectors.groupingBy(
                                AvailabilityStates.State::state,
                                TreeMap::new,
                                Collectors.counting()))
                .map(Map::copyOf);
    }
}
