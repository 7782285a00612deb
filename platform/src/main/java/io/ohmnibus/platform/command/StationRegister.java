/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.platform.memory.UsedLast;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Knows, by asking station-service once, whether a tenant has a station. */
public final class StationRegister {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int REMEMBERED = 10_000;

    private final Queries queries;

    /** Those that were found; stations never leave the register. */
    private final Map<StationKey, Boolean> known = UsedLast.atMost(REMEMBERED);

    StationRegister(Queries queries) {
        this.queries = queries;
    }

    /** Asked of station-service about the station in the key. */
    public record IsRegistered() {}

    /** The answer to {@link IsRegistered}. */
    public record Registration(boolean registered) {}

    /** Completes when the tenant has the station; otherwise 404, or 503 when nobody can say. */
    public Mono<Void> require(StationKey station) {
        if (known.get(station) != null) { // and it was used: the eldest are forgotten
            return Mono.empty();
        }
        return queries.ask(Service.STATION, station, new IsRegistered(), Registration.class, LIMIT)
                .onErrorMap(
                        QueryFailed.class,
                        e -> Problem.unavailable("The station cannot be looked up"))
                .flatMap(answer ->
                        answer.registered()
                                ? Mono.fromRunnable(() -> known.put(station, true))
                                : Mono.error(
                                        Problem.notFound(
                                                "There is no station " + station.stationId())));
    }
}
