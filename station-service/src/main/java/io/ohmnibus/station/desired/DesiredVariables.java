/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The values that variables should have, by station, group and model. */
interface DesiredVariables {

    /** Replaces all values of a scope. */
    Mono<Void> replace(
            String tenant,
            DesiredScope scope,
            String scopeId,
            List<DesiredVariable> variables,
            Change change);

    /** Who changed it, and when. */
    record Change(String by, Instant at) {}

    /** The values of a scope, without what any station has. */
    Flux<DesiredVariable> of(String tenant, DesiredScope scope, String scopeId);

    /** The values that count for a station. */
    Flux<DesiredVariable> of(StationKey station);
}
