/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.certificate;

import io.ohmnibus.contracts.station.VariableValues;
import io.ohmnibus.contracts.station.VariableValuesQuery;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The names under which a station talks to vehicles: SeccId of its ISO15118Ctrlr (A02). */
@Component
final class VehicleNames {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Queries queries;

    VehicleNames(Queries queries) {
        this.queries = queries;
    }

    /** One for the station or for each EVSE; none before the station has reported them. */
    Mono<Set<String>> of(StationKey station) {
        return queries.ask(
                        Service.STATION,
                        station,
                        new VariableValuesQuery("ISO15118Ctrlr", "SeccId"),
                        VariableValues.class,
                        LIMIT)
                .map(found -> Set.copyOf(found.values()));
    }
}
