/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The boot configurations of one tenant, in memory. */
final class FakeBootConfigurations implements BootConfigurations {

    final Set<StationKey> provisioned = new HashSet<>();
    private final Map<String, BootConfiguration> byModel = new HashMap<>();

    @Override
    public Flux<BootConfiguration> of(Collection<String> tenants) {
        return Flux.fromIterable(byModel.values());
    }

    @Override
    public Mono<Void> put(BootConfiguration configuration) {
        return Mono.fromRunnable(() -> byModel.put(configuration.model(), configuration));
    }

    @Override
    public Mono<Boolean> remove(String tenant, String model) {
        return Mono.fromSupplier(() -> byModel.remove(model) != null);
    }

    @Override
    public Flux<StationKey> provisioned(Collection<StationKey> stations) {
        return Flux.fromIterable(stations).filter(provisioned::contains);
    }
}
