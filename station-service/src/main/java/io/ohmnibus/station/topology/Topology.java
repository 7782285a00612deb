/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The EVSEs and connectors that each station has mentioned. */
public interface Topology {

    /** Adds places; the EVSE of a connector is one as well. */
    Mono<Void> learn(StationKey station, Collection<Place> places, Instant at);

    /** All places of a station in order, without the station itself. */
    Flux<Place> places(StationKey station);
}
