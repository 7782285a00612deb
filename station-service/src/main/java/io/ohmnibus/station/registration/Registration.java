/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.contracts.station.StationRegistered;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.station.registration.Credentials.Attempt;
import io.ohmnibus.station.registry.Stations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Makes stations known. The rows and the events become true together, after auth-service has stored
 * the credentials; where anything fails, nothing is registered and the same request can be sent
 * again; {@link Withdrawals} takes back what auth-service has stored until then.
 *
 * <p>auth-service is asked between two transactions: with the stations claimed, so that nobody else
 * sets other credentials meanwhile, and without a database connection in hand.
 */
@Component
public final class Registration {

    private final Claims claims;
    private final Credentials credentials;
    private final Stations stations;
    private final Events events;
    private final TransactionalOperator transaction;

    Registration(
            Claims claims,
            Credentials credentials,
            Stations stations,
            Events events,
            TransactionalOperator transaction) {
        this.claims = claims;
        this.credentials = credentials;
        this.stations = stations;
        this.events = events;
        this.transaction = transaction;
    }

    /** Errors: 400 for what is not valid, 409 for what is known, 503 without auth-service. */
    public Mono<Registered> register(String tenant, NewStation station) {
        List<Violation> wrong = station.violations();
        if (!wrong.isEmpty()) {
            return Mono.error(Problem.invalid(wrong));
        }
        return register(tenant, List.of(station))
                .mapNotNull(registered -> registered.get(station.key(tenant)))
                .switchIfEmpty(Mono.error(() -> known(station.stationId())));
    }

    /**
     * Registers stations that are valid, each once, and tells those that are registered now: not
     * those that are known, or just being registered. Error: 503 without auth-service.
     */
    public Mono<Map<StationKey, Registered>> register(String tenant, List<NewStation> wanted) {
        Map<StationKey, NewStation> byKey =
                wanted.stream()
                        .collect(Collectors.toMap(one -> one.key(tenant), Function.identity()));
        return Mono.defer(() -> attempt(credentials.attempt(), byKey))
                .onErrorMap(QueryFailed.class, failure -> noCredentials());
    }

    private Mono<Map<StationKey, Registered>> attempt(
            Attempt attempt, Map<StationKey, NewStation> wanted) {
        return claims.hold(
                wanted.keySet(),
                attempt,
                ours -> ours.isEmpty() ? Mono.just(Map.of()) : claimed(attempt, wanted, ours));
    }

    private Mono<Map<StationKey, Registered>> claimed(
            Attempt attempt, Map<StationKey, NewStation> wanted, Collection<StationKey> ours) {
        Map<StationKey, NewStation> claimed =
                ours.stream().collect(Collectors.toMap(Function.identity(), wanted::get));
        return credentials
                .issue(claimed, attempt)
                .flatMap(issued ->
                        added(attempt, claimed)
                                .as(transaction::transactional)
                                .map(added ->
                                        added.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Function.identity(),
                                                                issued::get))));
    }

    private Mono<List<StationKey>> added(Attempt attempt, Map<StationKey, NewStation> claimed) {
        return claims.settle(claimed.keySet(), attempt.id())
                .collectList()
                .flatMapMany(settled ->
                        stations.add(
                                settled.stream().map(key -> addition(key, claimed)).toList(),
                                attempt.at()))
                .collectList()
                .delayUntil(added -> events.publish(registered(claimed, added)));
    }

    private static Stations.Addition addition(StationKey key, Map<StationKey, NewStation> claimed) {
        NewStation station = of(claimed, key);
        return new Stations.Addition(
                key, station.securityProfile(), station.policy(), station.notes());
    }

    private static Map<StationKey, StationRegistered> registered(
            Map<StationKey, NewStation> claimed, List<StationKey> added) {
        return added.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                key -> new StationRegistered(of(claimed, key).securityProfile())));
    }

    private static NewStation of(Map<StationKey, NewStation> claimed, StationKey key) {
        NewStation station = claimed.get(key);
        if (station == null) {
            throw new IllegalStateException("Nobody wanted " + key);
        }
        return station;
    }

    private static Problem known(String stationId) {
        return Problem.conflict(
                "Station " + stationId + " is registered already, or just being registered");
    }

    private static Problem noCredentials() {
        return Problem.unavailable("The credentials could not be stored; nothing is registered");
    }
}
