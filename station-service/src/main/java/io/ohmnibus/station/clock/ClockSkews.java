/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The estimates of all stations. */
public interface ClockSkews {

    /**
     * What is known of a station.
     *
     * @param skew the last estimate
     * @param bootedAt when it last booted, and perhaps set its clock
     * @param connectionId its newest connection
     * @param connectedAt when that was made
     */
    record Known(
            @Nullable ClockSkew skew,
            @Nullable Instant bootedAt,
            @Nullable String connectionId,
            @Nullable Instant connectedAt) {}

    /** A station and its estimate. */
    record Estimated(StationKey station, ClockSkew skew) {}

    /** Those of these stations that are registered. */
    Mono<Map<StationKey, Known>> known(Collection<StationKey> stations);

    /** Keeps estimates, one for each station. */
    Mono<Void> put(Map<StationKey, ClockSkew> skews);

    /** The estimate, or empty. */
    Mono<ClockSkew> find(StationKey station);

    /** In the order of their ids, beginning after one of them; null for all. */
    Flux<Estimated> list(
            String tenant, @Nullable Boolean beyond, @Nullable String after, int limit);

    /** How many clocks of all tenants are beyond the bound. */
    Mono<Long> countBeyond();
}
