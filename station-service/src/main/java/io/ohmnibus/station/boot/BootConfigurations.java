/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The boot configurations of all tenants. */
interface BootConfigurations {

    /** All of these tenants. */
    Flux<BootConfiguration> of(Collection<String> tenants);

    Mono<Void> put(BootConfiguration configuration);

    /** False when there is none. */
    Mono<Boolean> remove(String tenant, String model);

    /** Those of the stations whose device model is known and whose desired variables hold. */
    Flux<StationKey> provisioned(Collection<StationKey> stations);
}
