/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The network profiles of one station, in memory. */
final class FakeNetworkProfiles implements NetworkProfiles {

    final List<Profile> given = new ArrayList<>();

    @Override
    public Mono<Void> put(StationKey station, Profile profile) {
        return Mono.fromRunnable(() -> given.add(profile));
    }

    @Override
    public Flux<Profile> of(StationKey station) {
        return Flux.fromIterable(given);
    }
}
