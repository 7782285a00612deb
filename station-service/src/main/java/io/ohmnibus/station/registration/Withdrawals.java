/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.registration.Credentials.Attempt;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes back the credentials that a registration left which failed half way, unless it was
 * repeated. As any registration it claims the stations first, so that it takes nothing from one
 * that is being made.
 */
@Component
class Withdrawals {

    private static final Logger log = LoggerFactory.getLogger(Withdrawals.class);
    private static final int MOST_AT_ONCE = 500;

    private final Claims claims;
    private final Credentials credentials;
    private final Clock clock;

    Withdrawals(Claims claims, Credentials credentials, Clock clock) {
        this.claims = claims;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Called once, subscribed to again and again; safe on several instances at a time. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    Mono<Void> withdraw() {
        return Flux.defer(() -> claims.ended(clock.instant(), MOST_AT_ONCE))
                .collect(Collectors.groupingBy(StationKey::tenant))
                .flatMapIterable(byTenant -> byTenant.values())
                .concatMap(stations -> withdraw(stations, credentials.attempt()))
                .then();
    }

    private Mono<Void> withdraw(List<StationKey> stations, Attempt attempt) {
        return claims.hold(
                        stations,
                        attempt,
                        ours -> ours.isEmpty() ? Mono.empty() : withdrawn(ours, attempt))
                .onErrorResume(failure -> {
                    log.warn("Credentials of {} cannot be taken back yet", stations, failure);
                    return Mono.empty();
                });
    }

    private Mono<Void> withdrawn(List<StationKey> ours, Attempt attempt) {
        return credentials
                .withdraw(ours, attempt)
                .doOnNext(gone -> log.info("{} of {} had credentials but no station", gone, ours))
                .then(claims.forget(ours, attempt.id()));
    }
}
