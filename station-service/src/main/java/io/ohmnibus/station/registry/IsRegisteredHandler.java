/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.platform.command.StationRegister.IsRegistered;
import io.ohmnibus.platform.command.StationRegister.Registration;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.BatchQueryHandler;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells other services whether a tenant has a station. */
@Component
final class IsRegisteredHandler
        implements BatchQueryHandler<IsRegistered, Registration, StationKey> {

    private final Stations stations;

    IsRegisteredHandler(Stations stations) {
        this.stations = stations;
    }

    @Override
    public Mono<StationKey> read(StationKey station, IsRegistered query) {
        return Mono.just(station);
    }

    @Override
    public Mono<List<Registration>> answerAll(List<StationKey> asked) {
        return stations.known(asked)
                .collect(Collectors.toSet())
                .map(known -> asked.stream().map(known::contains).map(Registration::new).toList());
    }
}
