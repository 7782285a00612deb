/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.contracts.station.StationRegistered;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes stations known. The row and the event become true together, after auth-service has stored
 * the credentials; where anything fails, nothing is registered and the same request can be sent
 * again.
 *
 * <p>auth-service is asked between two transactions: with the station claimed, so that nobody else
 * sets other credentials meanwhile, and without a database connection in hand.
 */
@Component
public final class Registration {

    /** Longer than auth-service may take. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Stations stations;
    private final Credentials credentials;
    private final Events events;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Registration(
            Stations stations,
            Credentials credentials,
            Events events,
            TransactionalOperator transaction,
            Clock clock) {
        this.stations = stations;
        this.credentials = credentials;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Errors: 400 for what is not valid, 409 for what is known, 503 without auth-service. */
    public Mono<Registered> register(String tenant, NewStation station) {
        List<Violation> wrong = station.violations();
        if (!wrong.isEmpty()) {
            return Mono.error(Problem.invalid(wrong));
        }
        StationKey key = new StationKey(tenant, station.stationId());
        UUID claim = UUID.randomUUID();
        return Mono.defer(() -> stations.claim(key, claim, clock.instant(), CLAIM))
                .flatMap(ours ->
                        ours
                                ? Mono.usingWhen(
                                        Mono.just(claim),
                                        _ -> claimed(key, station, claim),
                                        _ -> Mono.empty(),
                                        (_, _) -> stations.release(key, claim),
                                        _ -> stations.release(key, claim))
                                : Mono.error(known(key)))
                .onErrorMap(QueryFailed.class, failure -> noCredentials());
    }

    private Mono<Registered> claimed(StationKey key, NewStation station, UUID claim) {
        return credentials
                .issue(key, station, new Credentials.Attempt(claim, clock.instant()))
                .delayUntil(done ->
                        add(key, station, claim)
                                .then(Mono.defer(() -> events.publish(key, event(station))))
                                .as(transaction::transactional));
    }

    private Mono<Void> add(StationKey key, NewStation station, UUID claim) {
        return stations.settle(key, claim)
                .filter(ours -> ours)
                .flatMap(_ ->
                        stations.add(
                                key,
                                station.securityProfile(),
                                station.policy(),
                                station.notes(),
                                clock.instant()))
                .filter(added -> added)
                .switchIfEmpty(Mono.error(() -> known(key)))
                .then();
    }

    private static StationRegistered event(NewStation station) {
        return new StationRegistered(station.securityProfile());
    }

    private static Problem known(StationKey key) {
        return Problem.conflict(
                "Station " + key.stationId() + " is registered already, or just being registered");
    }

    private static Problem noCredentials() {
        return Problem.unavailable("The credentials could not be stored; nothing is registered");
    }
}
