/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.command.StationRegister.IsRegistered;
import io.ohmnibus.platform.command.StationRegister.Registration;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells other services whether a tenant has a station. */
@Component
final class IsRegisteredHandler implements QueryHandler<IsRegistered, Registration> {

    private final Stations stations;

    IsRegisteredHandler(Stations stations) {
        this.stations = stations;
    }

    @Override
    public Mono<Registration> answer(StationKey station, IsRegistered query) {
        return stations.find(station).hasElement().map(Registration::new);
    }
}
