/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.contracts.station.StationRegistered;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes stations known. The row and the event become true together, after auth-service has stored
 * the credentials; where anything fails, nothing is registered and the same request can be sent
 * again.
 */
@Component
public final class Registration {

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
        return add(key, station)
                .then(Mono.defer(() -> credentials.issue(key, station)))
                .delayUntil(done -> events.publish(key, event(station)))
                .as(transaction::transactional)
                .onErrorMap(QueryFailed.class, failure -> noCredentials());
    }

    private Mono<Void> add(StationKey key, NewStation station) {
        return stations.add(
                        key,
                        station.securityProfile(),
                        station.policy(),
                        station.notes(),
                        clock.instant())
                .flatMap(added -> added ? Mono.empty() : Mono.error(known(key)));
    }

    private static StationRegistered event(NewStation station) {
        return new StationRegistered(station.securityProfile());
    }

    private static Problem known(StationKey key) {
        return Problem.conflict("Station " + key.stationId() + " is registered already");
    }

    private static Problem noCredentials() {
        return Problem.unavailable("The credentials could not be stored; nothing is registered");
    }
}
