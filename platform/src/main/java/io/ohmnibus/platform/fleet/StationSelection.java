/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the stations of a selector by asking station-service, in parts of a bounded size. */
public final class StationSelection {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int PART = 1_000;
    private static final int VIOLATIONS = 20;

    private final Queries queries;

    StationSelection(Queries queries) {
        this.queries = queries;
    }

    /**
     * Asked of station-service about the tenant in the key.
     *
     * @param after the id behind which to begin, in the order of ids
     */
    public record SelectStations(StationSelector selector, @Nullable String after, int limit) {}

    /** The answer to {@link SelectStations}: ids in order. */
    public record SelectedStations(List<String> stationIds) {}

    /** The stations, at least one; or 400, 422, 503. */
    Mono<List<String>> of(String tenant, StationSelector selector) {
        List<String> ids = selector.stationIds();
        Flux<String> found =
                ids == null
                        ? part(tenant, selector, null)
                        : Flux.fromIterable(ids)
                                .buffer(PART)
                                .concatMap(some -> part(tenant, selector.withIds(some), null));
        return found.collectList()
                .onErrorMap(
                        QueryFailed.class,
                        e -> Problem.unavailable("The stations cannot be looked up"))
                .doOnNext(stations -> check(selector, stations));
    }

    private Flux<String> part(String tenant, StationSelector selector, @Nullable String after) {
        return queries.ask(
                        Service.STATION,
                        new StationKey(tenant, "*"),
                        new SelectStations(selector, after, PART),
                        SelectedStations.class,
                        LIMIT)
                .map(SelectedStations::stationIds)
                .flatMapMany(ids ->
                        ids.size() < PART
                                ? Flux.fromIterable(ids)
                                : Flux.concat(
                                        Flux.fromIterable(ids),
                                        Flux.defer(() -> part(tenant, selector, ids.getLast()))));
    }

    private static void check(StationSelector selector, List<String> stations) {
        List<String> ids = selector.stationIds();
        if (ids != null && !selector.hasProperties()) {
            Set<String> known = new HashSet<>(stations);
            List<Violation> unknown = new ArrayList<>();
            for (int i = 0; i < ids.size() && unknown.size() < VIOLATIONS; i++) {
                if (!known.contains(ids.get(i))) {
                    unknown.add(
                            new Violation(
                                    "selector.stationIds[" + i + "]",
                                    "there is no station " + ids.get(i)));
                }
            }
            if (!unknown.isEmpty()) {
                throw Problem.invalid(unknown);
            }
        }
        if (stations.isEmpty()) {
            throw Problem.unprocessable("The selector matches no station");
        }
    }
}
