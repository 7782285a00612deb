/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks every second for what stations did; safe to run on several instances at a time. */
@Component
final class FollowRemoteRequests {

    private final RemoteRequests requests;
    private final RemoteProperties properties;
    private final Clock clock;

    FollowRemoteRequests(RemoteRequests requests, RemoteProperties properties, Clock clock) {
        this.requests = requests;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
    Mono<Void> run() {
        return Mono.defer(() -> requests.follow(clock.instant().minus(properties.effectWithin())))
                .then();
    }
}
