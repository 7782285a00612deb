/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The EVSEs and connectors that each station has mentioned. */
public interface Topology {

    /** Adds places; the EVSE of a connector is one as well. */
    default Mono<Void> learn(StationKey station, Collection<Place> places, Instant at) {
        return learn(places.stream().map(place -> new Learnt(station, place, at)).toList());
    }

    /** A place that a station mentioned. */
    record Learnt(StationKey station, Place place, Instant at) {}

    /** The same for several stations. */
    Mono<Void> learn(List<Learnt> places);

    /** All places of a station in order, without the station itself. */
    Flux<Place> places(StationKey station);
}
