/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import reactor.core.publisher.Mono;

/** The newest connection of each station. */
interface Connections {

    /** Takes what is new; the late end of an older connection changes nothing (pain 3). */
    Mono<Void> put(StationKey station, StationConnection connection);

    Mono<Void> remove(StationKey station);
}
