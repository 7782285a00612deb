/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the station that a REST request names among those of its caller. */
@Component
public final class StationLookup {

    private final Stations stations;

    public StationLookup(Stations stations) {
        this.stations = stations;
    }

    /** The station, or 404: also when it is another tenant's. */
    public Mono<RegisteredStation> require(Caller caller, String stationId) {
        return stations.find(new StationKey(caller.tenant(), stationId))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("There is no station " + stationId)));
    }

    /** The key of the station, or 404. */
    public Mono<StationKey> key(Caller caller, String stationId) {
        return require(caller, stationId).map(RegisteredStation::key);
    }
}
