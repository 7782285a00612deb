/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Knows, by asking station-service, whether a tenant has a station. */
public final class StationRegister {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Queries queries;

    StationRegister(Queries queries) {
        this.queries = queries;
    }

    /** Asked of station-service about the station in the key. */
    public record IsRegistered() {}

    /** The answer to {@link IsRegistered}. */
    public record Registration(boolean registered) {}

    /** Completes when the tenant has the station; otherwise 404, or 503 when nobody can say. */
    public Mono<Void> require(StationKey station) {
        return queries.ask(Service.STATION, station, new IsRegistered(), Registration.class, LIMIT)
                .onErrorMap(
                        QueryFailed.class,
                        e -> Problem.unavailable("The station cannot be looked up"))
                .flatMap(answer ->
                        answer.registered()
                                ? Mono.empty()
                                : Mono.error(
                                        Problem.notFound(
                                                "There is no station " + station.stationId())));
    }
}
