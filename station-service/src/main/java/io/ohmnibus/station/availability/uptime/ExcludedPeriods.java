/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.platform.ocpp.StationKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The times of all stations that do not count. */
interface ExcludedPeriods {

    /** Keeps one; its id is given here. */
    Mono<ExcludedPeriod> add(StationKey station, ExcludedPeriod excluded);

    /** Those that touch a period. */
    Flux<ExcludedPeriod> within(StationKey station, Period period);

    /** The newest first, beginning before an id. */
    Flux<ExcludedPeriod> list(StationKey station, @Nullable Long before, int limit);

    /** False when the station has none with that id. */
    Mono<Boolean> remove(StationKey station, long id);
}
