/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The network profiles that stations were given last, without their secrets. */
interface NetworkProfiles {

    /**
     * A profile in a configuration slot.
     *
     * @param messageTimeout in seconds
     * @param identity what the station calls itself there; null where it keeps its name
     * @param apn whether it dials in to a cellular network
     * @param vpn whether it goes through a virtual private network
     * @param outcome how the station answered, or why it did not
     */
    record Profile(
            int slot,
            String url,
            int securityProfile,
            String ocppInterface,
            int messageTimeout,
            @Nullable String identity,
            boolean apn,
            boolean vpn,
            String outcome,
            @Nullable String outcomeInfo,
            Instant at) {

        boolean accepted() {
            return outcome.equals("Accepted");
        }
    }

    /** Remembers the last profile of a slot; one that was not accepted leaves the accepted one. */
    Mono<Void> put(StationKey station, Profile profile);

    /** The profiles by slot: the accepted one, and a newer one that was not. */
    Flux<Profile> of(StationKey station);
}
